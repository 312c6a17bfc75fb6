import { send } from "../support/send";
import { serve } from "../support/serve";
import { AUTHORIZATION, request } from "./request";

/** Asks the stand-in. */
serve({
  item: request,
  prepare: (item) => item,
  async perform({ url, method, body }) {
    const headers = { authorization: AUTHORIZATION, "content-type": "application/x-www-form-urlencoded" };
    const status = await send(url, { method, headers, body });
    if (status !== 200) throw new Error(`${method} ${url} was answered ${status}.`);
  },
});

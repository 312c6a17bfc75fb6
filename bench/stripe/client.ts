import { send, written } from "../support/send";
import { serve } from "../support/serve";
import { AUTHORIZATION, request } from "./request";

/** Asks the stand-in. */
serve({
  item: request,
  prepare: ({ url, method, body }) => ({
    what: `${method} ${url}`,
    request: written(url, {
      method,
      headers: { authorization: AUTHORIZATION, "content-type": "application/x-www-form-urlencoded" },
      body,
    }),
  }),
  async perform({ what, request }) {
    const status = await send(request);
    if (status !== 200) throw new Error(`${what} was answered ${status}.`);
  },
});

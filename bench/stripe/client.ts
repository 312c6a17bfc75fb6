import { Agent, request as send } from "node:http";
import { serve } from "../support/serve";
import { AUTHORIZATION, request } from "./request";

/** Asks the stand-in over connections that stay open, and reads each answer to its end. */
const agent = new Agent({ keepAlive: true });

serve({
  item: request,
  prepare: (item) => item,
  async perform({ url, method, body }) {
    const headers = {
      authorization: AUTHORIZATION,
      "content-type": "application/x-www-form-urlencoded",
      "content-length": Buffer.byteLength(body),
    };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      send(url, { method, headers, agent }, (response) => {
        response.resume().once("end", () => resolve(response.statusCode));
      })
        .once("error", reject)
        .end(body);
    });
    if (status !== 200) throw new Error(`${method} ${url} was answered ${status}.`);
  },
});

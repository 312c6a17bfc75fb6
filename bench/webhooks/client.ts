import { Agent, request } from "node:http";
import { z } from "zod";
import { serve } from "../support/serve";
import { delivery } from "./delivery";

/** Sends requests to an application over connections that stay open. */
const agent = new Agent({ keepAlive: true });

serve({
  item: z.object({
    url: z.string(),
    method: z.string(),
    /** Without it, the receiver reads the body and has nothing more to do. */
    signed: z.boolean(),
    expected: z.number(),
    delivery,
  }),
  prepare: (item) => ({ ...item, body: Buffer.from(item.delivery.body) }),
  async perform({ url, method, signed, expected, body, delivery: { signature } }) {
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "content-length": body.length,
      ...(signed ? { "stripe-signature": signature } : {}),
    };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(url, { method, headers, agent }, (response) => {
        response.resume().once("end", () => resolve(response.statusCode));
      })
        .once("error", reject)
        .end(body);
    });
    if (status !== expected) throw new Error(`${method} ${url} was answered ${status}.`);
  },
});

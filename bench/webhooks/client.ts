import { z } from "zod";
import { send, written } from "../support/send";
import { serve } from "../support/serve";
import { delivery } from "./delivery";

/** Sends deliveries to an application. */
serve({
  item: z.object({
    url: z.string(),
    method: z.enum(["POST", "PUT"]),
    /** Without it, the receiver reads the body and has nothing more to do. */
    signed: z.boolean(),
    expected: z.number(),
    delivery,
  }),
  prepare: ({ url, method, signed, expected, delivery: { body, signature } }) => ({
    what: `${method} ${url}`,
    expected,
    request: written(url, {
      method,
      headers: {
        "content-type": "application/json; charset=utf-8",
        ...(signed ? { "stripe-signature": signature } : {}),
      },
      body,
    }),
  }),
  async perform({ what, expected, request }) {
    const status = await send(request);
    if (status !== expected) throw new Error(`${what} was answered ${status}.`);
  },
});

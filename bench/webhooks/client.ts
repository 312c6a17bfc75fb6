import { z } from "zod";
import { send } from "../support/send";
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
  prepare: ({ signed, delivery: { body, signature }, ...item }) => ({
    ...item,
    body: Buffer.from(body),
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(signed ? { "stripe-signature": signature } : {}),
    },
  }),
  async perform({ url, expected, ...sent }) {
    const status = await send(url, sent);
    if (status !== expected) throw new Error(`${sent.method} ${url} was answered ${status}.`);
  },
});

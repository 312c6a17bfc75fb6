import { createHmac, timingSafeEqual } from "node:crypto";
import postgres from "postgres";
import { z } from "zod";
import { serve } from "../support/serve";
import { SECRET } from "../support/signing";
import { bareWrite } from "./bare-write";
import { delivery } from "./delivery";

/** The ceiling: the signature checked and the same rows written by postgres.js alone, and nothing else done. */
const sql = postgres(z.string().parse(process.env.DATABASE_URL));
const event = z.object({ data: z.object({ object: z.object({ object: z.string() }) }) });

serve({
  item: delivery,
  prepare: ({ body, ...rest }) => ({ body: Buffer.from(body), ...rest }),
  async perform({ body, signature }) {
    check(body, signature);
    const text = body.toString();
    const { data } = event.parse(JSON.parse(text));
    await sql.unsafe(bareWrite(data.object.object), [text], { prepare: true });
  },
});

function check(body: Buffer, signature: string): void {
  const [, time = "", given = ""] = /^t=(\d+),v1=(\w+)$/.exec(signature) ?? [];
  const expected = createHmac("sha256", SECRET).update(`${time}.`).update(body).digest();
  if (!timingSafeEqual(expected, Buffer.from(given, "hex"))) throw new Error("The signature is another's.");
}

import { createHmac, randomBytes } from "node:crypto";
import { type OutgoingHttpHeaders, request } from "node:http";
import Stripe from "stripe";

/** An event that changes nothing, as text. */
export function anEvent(): string {
  return JSON.stringify({
    id: `evt_${randomBytes(8).toString("hex")}`,
    object: "event",
    api_version: Stripe.API_VERSION,
    created: Math.floor(Date.now() / 1000),
    data: { object: { id: "x_1", object: "invention", name: "INVENTED" } },
    livemode: false,
    type: "gatehouse.invented",
  });
}

/** The header that a body is sent with. https://docs.stripe.com/webhooks#verify-manually */
export function signature(body: string | Uint8Array, secret: string): string {
  const time = Math.floor(Date.now() / 1000);
  return `t=${time},v1=${createHmac("sha256", secret).update(`${time}.`).update(body).digest("hex")}`;
}

type Sent = { method?: string; headers?: OutgoingHttpHeaders; parts?: readonly (string | Uint8Array)[] };

type Answer = { status: number; allow: string | undefined; body: unknown };

/** Sends a request byte by byte as given, which `fetch` would put in order, on a connection of its own. @returns the JSON answer */
export function send(address: string, { method = "POST", headers = {}, parts = [] }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(Buffer.from(chunk));
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      resolve({ status: answer.statusCode ?? 0, allow: answer.headers.allow, body });
    });
    sent.on("error", reject);
    for (const part of parts) sent.write(part);
    sent.end();
  });
}

/**
 * Sends more than is taken. The receiver answers and hangs up while the rest is on its way, by which the system may lose the
 * answer: then it is sent again.
 */
export async function sendTooMuch(address: string, sent: Sent): Promise<Answer> {
  for (let left = 10; ; left--) {
    try {
      return await send(address, sent);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

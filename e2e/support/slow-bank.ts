import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { anyFreePort } from "@/scripts/support/ports";
import { sharedStandIn } from "@/test/support/shared-stand-in";

export type SlowBank = {
  origin: string;
  /** While true, Stripe's word for every payment that is asked about is that the bank hasn't answered yet. */
  thinking: boolean;
  stop(): Promise<void>;
};

/**
 * Stands before the stand-in and passes everything on, but for what a bank makes of payments: the stand-in's cards are
 * answered at once, where other ways to pay take their time (https://docs.stripe.com/payments/paymentintents/lifecycle).
 */
export async function startSlowBank(): Promise<SlowBank> {
  const port = await anyFreePort();
  const bank = { origin: `http://localhost:${port}`, thinking: false };
  const server = createServer((incoming, answer) => {
    const asks = incoming.method === "GET" && /^\/v1\/payment_intents\/pi_\w+(\?|$)/.test(incoming.url ?? "");
    passOn(incoming, answer, asks && bank.thinking ? unanswered : null);
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return Object.assign(bank, {
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function passOn(
  incoming: IncomingMessage,
  answer: ServerResponse,
  change: ((body: string) => string) | null,
) {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url ?? "/", sharedStandIn()), { method, headers }, async (given) => {
    if (!change) {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
      return;
    }
    const body = change(await text(given));
    const length = { "content-length": Buffer.byteLength(body) };
    answer.writeHead(given.statusCode ?? 502, { ...given.headers, ...length }).end(body);
  });
  onward.on("error", () => answer.destroy());
  incoming.pipe(onward);
}

function unanswered(body: string): string {
  return JSON.stringify({ ...JSON.parse(body), status: "processing", last_payment_error: null });
}

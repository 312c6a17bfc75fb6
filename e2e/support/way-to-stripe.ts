import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { anyFreePort } from "@/scripts/support/ports";
import { sharedStandIn } from "@/test/support/shared-stand-in";

export type WayToStripe = {
  origin: string;
  /** While true, Stripe's word for every payment that is asked about is that the bank hasn't answered yet. */
  bankThinks: boolean;
  /** To the application and to browsers Stripe is gone: connections break, and new ones are refused. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

/**
 * Stands before the stand-in and passes everything on, unless it is stopped, and but for what a bank makes of payments: the
 * stand-in's cards are answered at once, where other ways to pay take their time
 * (https://docs.stripe.com/payments/paymentintents/lifecycle).
 */
export async function openWayToStripe(): Promise<WayToStripe> {
  const port = await anyFreePort();
  const server = createServer((incoming, answer) => {
    const asks = incoming.method === "GET" && /^\/v1\/payment_intents\/pi_\w+(\?|$)/.test(incoming.url ?? "");
    passOn(incoming, answer, asks && way.bankThinks ? unanswered : null);
  });
  const way: WayToStripe = {
    origin: `http://localhost:${port}`,
    bankThinks: false,
    start: () => new Promise((resolve) => server.listen(port, resolve)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await way.start();
  return way;
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

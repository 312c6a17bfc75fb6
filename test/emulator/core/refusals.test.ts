import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, type StartedEmulator, startEmulator } from "../support/start-emulator";
import { BILLING } from "./refusals/billing";
import { CARDS } from "./refusals/cards";
import { FOREIGN } from "./refusals/foreign";
import { LEAST } from "./refusals/least";
import { type Made, makeAll } from "./refusals/made";
import { PAYMENTS } from "./refusals/payments";
import { SELLING } from "./refusals/selling";
import { WIRE } from "./refusals/wire";

/**
 * Stripe's refusals in its words. Some it has can't come up here: there are no expired and no restricted keys, a
 * portal without a configuration gets the usual one, payouts aren't built, and "Nothing to invoice for customer" is
 * of versions before this one. What needs a moment in time (a clock that is being advanced, the same key at once, a
 * lock, a limit) is in the tests of those.
 */

let emulator: StartedEmulator;
let made: Made;
beforeAll(async () => {
  emulator = await startEmulator();
  made = await makeAll(emulator);
}, 60_000);
afterAll(() => emulator.stop());

function filled(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => made.get(name) ?? name);
}

async function ask(request: string, form: string): Promise<Answer> {
  const [method = "", path = ""] = filled(request).split(" ");
  const query = new URLSearchParams(filled(form)).toString();
  return method === "POST"
    ? await emulator.request(method, path, { body: query })
    : await emulator.request(method, `${path}?${query}`);
}

describe("refused", () => {
  const all = [...WIRE, ...PAYMENTS, ...BILLING, ...SELLING, ...LEAST, ...FOREIGN];
  it.each(all)("%s %s", async (request, form, status, code, param, message) => {
    const answer = await ask(request, form);
    const error = Object(answer.json.error);
    const told = [answer.status, error.type, error.code ?? null, error.param ?? null, error.message];
    expect(told).toEqual([status, "invalid_request_error", code, param, filled(message)]);
    const docs =
      code === null ? undefined : `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`;
    expect(error.doc_url).toBe(docs);
  });

  it("POST /v1/payment_intents in a currency that there isn't", async () => {
    const { status, json } = await ask("POST /v1/payment_intents", "amount=500&currency=zzz");
    expect(status).toBe(400);
    const message = expect.stringMatching(
      /^Invalid currency: zzz\. Stripe currently supports these currencies: aed, /,
    );
    expect(json).toMatchObject({ error: { message, param: "currency", type: "invalid_request_error" } });
  });
});

describe("a card is refused", () => {
  it.each(CARDS)("%s %s", async (request, form, code, declineCode, param, brings, message) => {
    const { status, json } = await ask(request, form);
    const error = Object(json.error);
    const told = [
      status,
      error.type,
      error.code,
      error.decline_code ?? null,
      error.param ?? null,
      error.message,
    ];
    expect(told).toEqual([402, "card_error", code, declineCode, param, message]);
    expect(Object.keys(error)).toEqual(expect.arrayContaining([...brings]));
  });
});

import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { hostileRequests, tooLarge } from "@/test/lib/stripe/support/hostile";
import { anEvent, send, sendTooMuch, signature } from "./acts/wire";
import type { Application } from "./support/application";
import { test } from "./support/test";

const receiverOf = ({ origin }: Application) => `${origin}/api/stripe/webhook`;

/** Delivers an event as it should be; the answer tells whether any of it had been kept before. */
async function deliver(app: Application, body: string, way = send) {
  const headers = { "Stripe-Signature": signature(body, app.account.signingSecret) };
  return way(receiverOf(app), { headers, parts: [body] });
}

test("a gzipped body is refused, although its bytes are rightly signed, and nothing is kept", async ({
  app,
}) => {
  const event = anEvent();
  const zipped = gzipSync(event);
  const headers = {
    "Content-Encoding": "gzip",
    "Stripe-Signature": signature(zipped, app.account.signingSecret),
  };
  const answer = await send(receiverOf(app), { headers, parts: [zipped] });
  expect(answer).toMatchObject({ status: 400, body: { error: "The body is not JSON in UTF-8." } });
  expect(await deliver(app, event)).toMatchObject({ status: 200, body: { result: "processed" } });
});

test("a body in chunks is read whole before it is judged", async ({ app }) => {
  const event = anEvent();
  const chunked = { "Transfer-Encoding": "chunked" };
  const parts = event.match(/.{1,40}/gs) ?? [];
  const unsigned = await send(receiverOf(app), { headers: chunked, parts });
  expect(unsigned).toMatchObject({ status: 400, body: { error: "The Stripe-Signature header is missing." } });
  const headers = { ...chunked, "Stripe-Signature": signature(event, app.account.signingSecret) };
  const signed = await send(receiverOf(app), { headers, parts });
  expect(signed).toMatchObject({ status: 200, body: { result: "processed" } });
});

/** A request as its bytes. */
async function asSent(request: Request) {
  return { headers: Object.fromEntries(request.headers), parts: [Buffer.from(await request.arrayBuffer())] };
}

test("whatever hostile arrives is refused with its reason, and what only looks so is taken in", async ({
  app,
}) => {
  const { refused, taken } = hostileRequests(app.account.signingSecret);
  for (const [what, request, reason] of refused) {
    const [way, status] = reason === tooLarge ? ([sendTooMuch, 413] as const) : ([send, 400] as const);
    const answer = await way(receiverOf(app), await asSent(request()));
    expect(answer, what).toMatchObject({ status, body: { error: reason } });
  }
  for (const [what, request] of taken) {
    const answer = await send(receiverOf(app), await asSent(request(anEvent())));
    expect(answer, what).toMatchObject({ status: 200, body: { result: "processed" } });
  }
});

for (const [how, headers] of Object.entries({
  "all at once": { "Content-Length": 10_000_000 },
  "in chunks": { "Transfer-Encoding": "chunked" },
})) {
  test(`10 MB ${how} are refused`, async ({ app }) => {
    const parts = Array.from({ length: 100 }, () => "x".repeat(100_000));
    const signed = { "Stripe-Signature": signature(parts.join(""), app.account.signingSecret) };
    const answer = await sendTooMuch(receiverOf(app), { headers: { ...headers, ...signed }, parts });
    expect(answer).toMatchObject({ status: 413, body: { error: "The body is larger than 1000000 bytes." } });
    expect((await deliver(app, anEvent())).status).toBe(200);
  });
}

test("an event of one byte too many is refused, one of just enough is taken in", async ({ app }) => {
  const filled = (length: number) => {
    const event = anEvent();
    return event.replace("INVENTED", "x".repeat(length - event.length + "INVENTED".length));
  };
  expect((await deliver(app, filled(1_000_001), sendTooMuch)).status).toBe(413);
  expect((await deliver(app, filled(1_000_000))).status).toBe(200);
});

for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
  test(`${method} is refused`, async ({ app }) => {
    const answer = await send(receiverOf(app), { method });
    expect(answer).toEqual({ status: 405, allow: "POST", body: { error: "Webhooks are sent by POST." } });
  });
}

test("an endpoint that isn't there refuses what is rightly signed for another", async ({ app }) => {
  const event = anEvent();
  const headers = { "Stripe-Signature": signature(event, app.account.signingSecret) };
  for (const endpoint of [randomUUID(), "we_1", "%00", "..%2F..%2Fetc"]) {
    const answer = await send(`${receiverOf(app)}/${endpoint}`, { headers, parts: [event] });
    expect(answer.status, endpoint).toBe(404);
    expect(answer.body, endpoint).toEqual({ error: "There is no such webhook endpoint." });
  }
  expect(await deliver(app, event)).toMatchObject({ body: { result: "processed" } });
});

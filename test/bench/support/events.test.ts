import { expect, test } from "vitest";
import { z } from "zod";
import { eventSource } from "@/bench/support/events";
import { person } from "@/bench/support/people";
import { SECRET } from "@/bench/support/signing";
import { parseEvent } from "@/lib/stripe/webhooks/parse";
import { verify } from "@/lib/stripe/webhooks/signature";
import { subjectsOf } from "@/lib/stripe/webhooks/subject";

const now = () => Date.now() / 1000;
const named = z.object({ id: z.string() });

function parsed(body: string) {
  const result = parseEvent(Buffer.from(body));
  if ("problem" in result) throw new Error(result.problem);
  return result.event;
}

test("events are of Stripe's size and signed", () => {
  for (const { body, signature } of eventSource(10)(50)) {
    expect(body.length).toBeGreaterThan(4_000);
    expect(body.length).toBeLessThan(6_000);
    expect(verify(Buffer.from(body), signature, [SECRET], now())).toEqual({ valid: true });
  }
});

test("every event is another one, of several types", () => {
  const events = eventSource(10)(50).map(({ body }) => parsed(body));
  expect(new Set(events.map(({ id }) => id)).size).toBe(50);
  expect(new Set(events.map(({ type }) => type)).size).toBe(5);
});

test("no event needs anything fetched: each can be believed, and two of one object are apart in time", () => {
  const latest = new Map<string, number>();
  for (const event of eventSource(3)(100).map(({ body }) => parsed(body))) {
    const { id } = named.parse(event.data.object);
    expect(subjectsOf(event, now())).toEqual([expect.objectContaining({ seen: expect.anything() })]);
    expect(event.created).toBeGreaterThan(latest.get(id) ?? 0);
    latest.set(id, event.created);
  }
});

test("every customer has a turn before any comes again", () => {
  const bodies = eventSource(7)(35).map(({ body }) => body);
  for (let number = 1; number <= 7; number++) {
    const { customer } = person(number);
    expect(bodies.filter((body) => body.includes(`"id": "${customer}"`))).toHaveLength(1);
  }
});

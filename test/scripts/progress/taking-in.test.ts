import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseEvent } from "@/lib/stripe/webhooks/parse";
import { watchTakingIn } from "@/scripts/progress/taking-in";
import { event } from "../../lib/stripe/support/events";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function terminal() {
  let text = "";
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 24 });
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { stream, last: () => text.split("\x1b[0J").at(-1) };
}

/** An event as the receiver hands it to those who watch. */
function parsed() {
  const read = parseEvent(
    Buffer.from(JSON.stringify(event("gatehouse.invented", { id: "x_1", object: "invention" }))),
  );
  if ("problem" in read) throw new Error(read.problem);
  return read.event;
}

test("a list that holds nothing new moves on the terminal all the same", () => {
  vi.spyOn(performance, "now").mockImplementation(() => Date.now());
  const { stream, last } = terminal();
  const { end } = watchTakingIn(stream, { handlers: [] });
  vi.advanceTimersByTime(1_000);
  const before = last();
  expect(before).toMatch(/event .* 0 .*reading/);
  vi.advanceTimersByTime(1_000);
  expect(last()).not.toBe(before);
  end();
  expect(last()).toBe("");
});

test("what is taken in is counted, and those who watched before are told as well", async () => {
  const { stream, last } = terminal();
  const beforeProcessing = vi.fn();
  const afterProcessing = vi.fn();
  const handlers: never[] = [];
  const { watched, end } = watchTakingIn(stream, { handlers, hooks: { beforeProcessing, afterProcessing } });
  for (const one of [parsed(), parsed()]) await watched.hooks?.beforeProcessing?.(one);
  vi.advanceTimersByTime(200);
  expect(last()).toMatch(/event .* 2 .*taken in/);
  expect(beforeProcessing).toHaveBeenCalledTimes(2);
  expect(watched.hooks?.afterProcessing).toBe(afterProcessing);
  expect(watched.handlers).toBe(handlers);
  end();
});

import { beforeAll, expect, it } from "vitest";
import type { Recorder } from "./recorder";
import { unvisited } from "./specified";
import { takeTour } from "./tour";

let recorder: Recorder;
beforeAll(async () => {
  recorder = await takeTour();
}, 300_000);

it("every operation that is built answers the real SDK", () => {
  expect(unvisited(recorder)).toEqual([]);
});

it("every answer and every event has the shape of the SDK's types, and every list its pages", () => {
  expect(recorder.checked).toBeGreaterThan(200);
  expect(recorder.failures).toEqual([]);
});

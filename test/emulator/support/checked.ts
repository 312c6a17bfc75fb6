import { expect } from "vitest";
import type { Conformance } from "./conform";
import type { StartedEmulator } from "./start-emulator";

/** Asks for a path and expects every object in the answer to be as the SDK's types say. Gives the answer. */
export async function expectConforming(
  emulator: StartedEmulator,
  check: Conformance,
  path: string,
  key?: string,
): Promise<Record<string, unknown>> {
  const { status, json } = await emulator.request("GET", path, key === undefined ? {} : { key });
  expect(status, path).toBe(200);
  expect(check(json), path).toEqual([]);
  return json;
}

import { afterAll, beforeAll, vi } from "vitest";

/** Stops the machine's clock for the tests of a file, so that only time they let pass passes. */
export function stillTime(): void {
  beforeAll(() => {
    vi.useFakeTimers({ now: Date.UTC(2027, 0, 31, 12), toFake: ["Date"] });
  });
  afterAll(() => {
    vi.useRealTimers();
  });
}

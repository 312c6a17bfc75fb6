import { vi } from "vitest";

/**
 * Waits until something is so, looking again and again, for as long as a machine that has much else to do may take. What
 * never becomes so fails with the last look's own words.
 *
 * @param interval milliseconds between two looks
 */
export function eventually<T>(look: () => T | Promise<T>, { interval = 20 } = {}): Promise<T> {
  return vi.waitFor(look, { timeout: 90_000, interval });
}

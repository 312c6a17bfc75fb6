import { vi } from "vitest";

/** Time in the proof, in unix seconds: it stands still unless a schedule moves it, for Stripe and for us. */
export const time = { seconds: 1_790_000_000 };

/** Makes this process, in which the stand-in runs too, live by it. */
export function liveByIt(): void {
  vi.spyOn(Date, "now").mockImplementation(() => time.seconds * 1000);
  vi.spyOn(performance, "now").mockImplementation(() => time.seconds * 1000);
  // What is tried again is so without a wait.
  vi.spyOn(Math, "random").mockReturnValue(0);
}

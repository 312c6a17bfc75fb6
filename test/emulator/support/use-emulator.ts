import { afterAll, beforeAll } from "vitest";
import { type StartedEmulator, startEmulator } from "./start-emulator";

/**
 * Gives a test file a stand-in of its own, in memory. Call it at the top of the file.
 *
 * @returns the stand-in, for tests and what is set up after this call
 */
export function useEmulator(): StartedEmulator {
  let started: StartedEmulator | undefined;
  beforeAll(async () => {
    started = await startEmulator();
  });
  afterAll(() => started?.stop());
  const emulator = () => {
    if (!started) throw new Error("The stand-in is started before the first test, and not earlier.");
    return started;
  };
  return {
    get origin() {
      return emulator().origin;
    },
    stripe: (...given) => emulator().stripe(...given),
    request: (...given) => emulator().request(...given),
    stop: () => emulator().stop(),
  };
}

import type { StartedEmulator } from "../support/start-emulator";

/** By its id in `golden-facts.json`, what lives through a recorded fact and expects what was recorded. */
export type Facts = Readonly<Record<string, (emulator: StartedEmulator) => Promise<void>>>;

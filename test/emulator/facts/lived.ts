import type { StartedEmulator } from "../support/start-emulator";

/** Lives through a recorded fact in an account of its own, and expects what was recorded. */
export type Fact = (emulator: StartedEmulator) => Promise<void>;

/** Facts by their id in `golden-facts.json`. */
export type Facts = Readonly<Record<string, Fact>>;

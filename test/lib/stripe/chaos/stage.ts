import { startEmulator } from "@/test/emulator/support/start-emulator";
import { Observer } from "./observer";
import type { Stage } from "./play";
import type { Receiving } from "./receivers";
import { liveByIt } from "./time";
import { makeTurns } from "./turns";
import { Wire } from "./wire";

/** The account that the application's own key opens. */
const account = "gatehouse";

/**
 * Sets up all that a schedule is played with: a stand-in in this process, the wire to it, and an observer of the
 * database.
 *
 * @param given who takes the events in, once the environment says where Stripe is
 */
export async function openStage(
  url: string,
  given: (observer: Observer) => Receiving | Promise<Receiving>,
): Promise<Stage & { close(): Promise<void> }> {
  liveByIt();
  const standIn = await startEmulator();
  const turns = makeTurns();
  const wire = new Wire(standIn.origin, turns);
  process.env.STRIPE_EMULATOR_URL = await wire.listen();
  const observer = new Observer(url);
  await observer.open();
  return {
    ...{ standIn, account, turns, wire, observer, receiving: await given(observer) },
    async close() {
      await wire.close();
      await standIn.stop();
      await observer.sql.end();
    },
  };
}

import Stripe from "stripe";
import { loadConformance } from "../support/conform";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";
import { walked } from "./pages";
import { Recorder } from "./recorder";
import { STOPS } from "./stops";

/** Where a tour stops: a part of the API, all of whose operations are called as an application would. */
export type Stop = (guide: Guide) => Promise<void>;

export interface Guide {
  /** The real SDK, in an account of the stop's own. */
  readonly stripe: Stripe;
  readonly emulator: StartedEmulator;
  readonly account: string;
}

/** Calls every operation that is built through the real SDK, and checks each answer and each event. */
export async function takeTour(): Promise<Recorder> {
  const [emulator, findings] = await Promise.all([startEmulator(), loadConformance()]);
  const recorder = new Recorder(findings);
  try {
    for (const [account, stop] of Object.entries(STOPS)) {
      const stripe = guided(emulator, recorder, account);
      await stop({ stripe, emulator, account });
      await stripe.events.list({ limit: 100 });
      for (const address of [...recorder.lists]) recorder.failures.push(...(await walked(stripe, address)));
      recorder.lists.clear();
      const { json } = await emulator.request("GET", "/_emulator/events", { key: `sk_test_${account}` });
      for (const event of Array.isArray(json.data) ? json.data : []) {
        recorder.events.add(event.type);
        recorder.check(event.type, event);
      }
    }
  } finally {
    await emulator.stop();
  }
  return recorder;
}

function guided(emulator: StartedEmulator, recorder: Recorder, account: string): Stripe {
  const { hostname, port } = new URL(emulator.origin);
  return new Stripe(`sk_test_${account}`, {
    host: hostname,
    httpClient: Stripe.createFetchHttpClient(recorder.fetch),
    maxNetworkRetries: 2,
    port,
    protocol: "http",
    telemetry: false,
  });
}

import { join } from "node:path";
import type { Lifetime } from "../support/lifetime";
import { dataFolder } from "../support/root";
import { claimDataFolder } from "../support/running";
import { answering, type Service } from "../support/service";
import { startNext } from "./next";
import { prepare } from "./prepare";
import { provideDatabase } from "./provide-database";
import type { Environment, Settings } from "./settings";
import { forwardEvents, startStandIn } from "./stand-in";
import { startWorker } from "./worker";

/**
 * Brings up what the settings ask for and returns when a page can be opened: PostgreSQL and the stand-in side
 * by side; then schema, catalogue and mirror; then the application.
 *
 * @returns the application's environment, complete
 */
export async function bringUp(
  life: Lifetime,
  settings: Settings,
  command: "dev" | "start",
): Promise<Environment> {
  const { standIn, port, origin } = settings;
  const { guard } = life;
  const claim = await claimDataFolder();
  life.onEnd(claim.release);
  const started: Service[] = [];
  const keep = (service: Service) => {
    claim.record(service.pid);
    life.needs(service);
    started.push(service);
    return service;
  };

  const { DATABASE_URL, whenUp } = await provideDatabase(life, settings);
  const env: Environment = { ...settings.env, DATABASE_URL };
  const ready = async () => {
    await Promise.all([whenUp(), standIn && ownStandIn(life, standIn.port).then(keep)]);
    settings.notes.push(...(await prepare({ env, guard, migrateOnly: !settings.provide })));
  };
  if (command === "dev") {
    const next = keep(startNext({ command, port, env: { ...env, WORKER: "off" }, guard }));
    // A page is compiled when it is first asked for: better now, while the rest gets ready, than under somebody's eyes.
    const first = () => answering(next, `http://localhost:${port}/`);
    const [, status] = await Promise.all([ready(), first()]);
    // It was asked for before all was ready, and may have found nothing to read.
    if (status >= 500) await first();
    if (env.WORKER !== "off") keep(await startWorker({ env, guard }));
  } else {
    await ready();
    await answering(keep(startNext({ command, port, env, guard })), `http://localhost:${port}/api/health`);
  }
  // Not before, so that nobody has to deliver what the mirror was just filled with.
  if (standIn) {
    await forwardEvents(standIn.origin, { ...standIn, forwardTo: `${origin}/api/stripe/webhook` });
  }
  for (const service of started) service.unmute();
  return env;
}

const ownStandIn = ({ guard }: Lifetime, port: number) =>
  startStandIn({ port, folder: join(dataFolder, "stripe"), guard });

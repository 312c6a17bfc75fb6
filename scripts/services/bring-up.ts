import { join } from "node:path";
import type { Lifetime } from "../support/lifetime";
import { dataFolder } from "../support/root";
import { claimDataFolder } from "../support/running";
import { answering, type Service } from "../support/service";
import { startDatabase } from "./database";
import { startNext } from "./next";
import { prepare } from "./prepare";
import type { Environment, Settings } from "./settings";
import { forwardEvents, startStandIn } from "./stand-in";

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
  const { standIn, notes, port, origin } = settings;
  const claim = await claimDataFolder();
  life.onEnd(claim.release);
  const started: Service[] = [];
  const keep = (service: Service) => {
    claim.record(service.pid);
    life.needs(service);
    started.push(service);
    return service;
  };

  const [DATABASE_URL] = await Promise.all([
    settings.ownDatabase ? ownDatabase(life, notes) : settings.env.DATABASE_URL,
    standIn ? ownStandIn(life, standIn.port).then(keep) : undefined,
  ]);
  const env = { ...settings.env, DATABASE_URL };
  const application = () => keep(startNext({ command, port, env, guard: life.guard }));

  // In development Next gets going meanwhile: nobody comes before we say so.
  const early = command === "dev" ? application() : undefined;
  notes.push(...(await prepare({ env, guard: life.guard, migrateOnly: !settings.provide })));
  // In development a page is compiled when it is first asked for: better now than under somebody's eyes.
  await answering(
    early ?? application(),
    `http://localhost:${port}${command === "dev" ? "/" : "/api/health"}`,
  );
  // Not before, so that nobody has to deliver what the mirror was just filled with.
  if (standIn) {
    await forwardEvents(standIn.origin, { ...standIn, forwardTo: `${origin}/api/stripe/webhook` });
  }
  for (const service of started) service.unmute();
  return env;
}

async function ownDatabase(life: Lifetime, notes: string[]): Promise<string> {
  const { server, url, wantedPort } = await startDatabase(life.guard);
  life.onEnd(server.stop);
  if (server.port !== wantedPort) {
    notes.push(`Port ${wantedPort} is taken; PostgreSQL listens on ${server.port}.`);
  }
  return url;
}

const ownStandIn = ({ guard }: Lifetime, port: number) =>
  startStandIn({ port, folder: join(dataFolder, "stripe"), guard });

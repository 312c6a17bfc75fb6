import { join } from "node:path";
import type { Lifetime } from "../support/lifetime";
import { dataFolder } from "../support/root";
import { claimDataFolder } from "../support/running";
import type { Service } from "../support/service";
import { startDatabase } from "./database";
import { applicationReady, startNext } from "./next";
import { prepare } from "./prepare";
import type { Environment, Settings } from "./settings";
import { forwardEvents, startStandIn } from "./stand-in";

type Claim = Awaited<ReturnType<typeof claimDataFolder>>;

/**
 * Brings up what the settings ask for and returns when the application answers: PostgreSQL and the stand-in
 * side by side, then Next, while schema, catalogue and mirror are put in order.
 *
 * @returns the application's environment, complete
 */
export async function bringUp(
  life: Lifetime,
  settings: Settings,
  command: "dev" | "start",
): Promise<Environment> {
  const claim = await claimDataFolder();
  life.onEnd(claim.release);
  const [DATABASE_URL, standIn] = await Promise.all([
    settings.ownDatabase ? ownDatabase(life, settings.notes) : settings.env.DATABASE_URL,
    settings.standIn ? ownStandIn(life, settings.standIn.port, claim) : undefined,
  ]);
  const env = { ...settings.env, DATABASE_URL };

  if (command === "start") await putInOrder(life, settings, env);
  const next = startNext({ command, port: settings.port, env, guard: life.guard });
  claim.record(next.pid);
  life.needs(next);
  const answers = applicationReady(next, `http://localhost:${settings.port}`);
  // In development nobody comes before we say so, and Next takes a while to get going.
  await Promise.all([answers, command === "dev" ? putInOrder(life, settings, env) : undefined]);
  if (command === "dev") await firstPage(settings.port);
  standIn?.unmute();
  next.unmute();
  return env;
}

/** Development compiles a page when it is first asked for: better now than under somebody's eyes. */
async function firstPage(port: number): Promise<void> {
  const page = await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(60_000) }).catch(
    () => null,
  );
  await page?.body?.cancel();
}

async function ownDatabase(life: Lifetime, notes: string[]): Promise<string> {
  const { server, url, wantedPort } = await startDatabase(life.guard);
  life.onEnd(server.stop);
  if (server.port !== wantedPort)
    notes.push(`Port ${wantedPort} is taken; PostgreSQL listens on ${server.port}.`);
  return url;
}

async function ownStandIn(life: Lifetime, port: number, claim: Claim): Promise<Service> {
  const service = await startStandIn({ port, folder: join(dataFolder, "stripe"), guard: life.guard });
  claim.record(service.pid);
  life.needs(service);
  return service;
}

async function putInOrder(
  { guard }: Lifetime,
  { standIn, origin, provide, notes }: Settings,
  env: Environment,
): Promise<void> {
  if (standIn) {
    const forwardTo = `${origin}/api/stripe/webhook`;
    await forwardEvents(`http://localhost:${standIn.port}`, { ...standIn, forwardTo });
  }
  notes.push(...(await prepare({ env, guard, migrateOnly: !provide })));
}

import type { Lifetime } from "../support/lifetime";
import { placeDatabase, startDatabase, wantedPort } from "./database";
import type { Settings } from "./settings";

/**
 * Says where a run's database is, and how to have it there. The bundled server is stopped after everything that
 * uses it, and when it ends by itself so does the run.
 */
export async function provideDatabase(
  life: Pick<Lifetime, "guard" | "onEnd" | "watch">,
  { ownDatabase, notes, env }: Pick<Settings, "ownDatabase" | "notes" | "env">,
): Promise<{ DATABASE_URL: string | undefined; whenUp(): Promise<void> }> {
  if (!ownDatabase) return { DATABASE_URL: env.DATABASE_URL, whenUp: async () => {} };
  const place = await placeDatabase(env);
  if (place.moved) notes.push(`Port ${wantedPort} is taken; PostgreSQL listens on ${place.port}.`);
  let stop = async () => {};
  life.onEnd(() => stop());
  return {
    DATABASE_URL: place.url,
    async whenUp() {
      const server = await startDatabase(place, life.guard);
      stop = server.stop;
      const ended = server.ended().then(() => undefined);
      life.watch({ name: "PostgreSQL", ended, said: server.said });
    },
  };
}

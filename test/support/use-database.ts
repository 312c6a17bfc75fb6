import { afterAll, beforeAll, vi } from "vitest";
import { CONNECTION_NAME } from "@/lib/jobs/worker";
import { connectionsOf, createTestDatabase, type TestDatabase } from "./database";
import { forgetPool } from "./pool";

/**
 * Gives a test file a database of its own, named in DATABASE_URL, so that the application's own client
 * uses it. Call it at the top of the file, before anything reads the environment.
 *
 * @returns an object whose `url` is set by the time tests run
 */
export function useTestDatabase(): { url: string } {
  const given = { url: "" };
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    given.url = database.url;
    process.env.DATABASE_URL = database.url;
    forgetPool();
  });
  afterAll(async () => {
    if (!database) return;
    await workersGone(database);
    await database.drop();
  });
  return given;
}

/**
 * A worker's pool counts as ended before its connections are; one that is cut off then throws where nobody hears it.
 * What a job that was given back still holds isn't waited for longer: the queue listens to that one.
 */
async function workersGone(database: TestDatabase): Promise<void> {
  const gone = vi.waitFor(async () => {
    if ((await connectionsOf(CONNECTION_NAME, database)) > 0)
      throw new Error("A worker's connection is still open.");
  }, 15_000);
  await gone.catch(() => {});
}

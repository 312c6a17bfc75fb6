import { afterAll, beforeAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database";

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
  });
  afterAll(() => database?.drop());
  return given;
}

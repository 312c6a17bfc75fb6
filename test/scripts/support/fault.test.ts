import { parseArgs } from "node:util";
import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { parseEnv } from "@/lib/env-schema";
import { Fault, run } from "@/scripts/support/fault";

/** What a command prints that ends so, and with which exit code. */
async function printed(main: () => Promise<void>) {
  const print = vi.spyOn(console, "error").mockImplementation(() => {});
  await run(main);
  const code = process.exitCode;
  process.exitCode = undefined;
  const [[said]] = print.mock.calls as [[unknown]];
  print.mockRestore();
  return { said, code };
}

test("a fault is told by its message alone", async () => {
  const main = async () => {
    throw new Fault("Name what is to be dropped.");
  };
  expect(await printed(main)).toEqual({ said: "\nName what is to be dropped.\n", code: 1 });
});

test("a mistyped option is told in words", async () => {
  const main = async () => {
    parseArgs({ args: ["--dayz", "90"], options: { days: { type: "string" } } });
  };
  expect((await printed(main)).said).toMatch(/^\nUnknown option '--dayz'/);
});

test("what there is to choose from follows a mistyped option, and nothing else that fails", async () => {
  const print = vi.spyOn(console, "error").mockImplementation(() => {});
  await run(async () => void parseArgs({ args: ["--dayz"], options: {} }), "npm run it -- --days 90");
  expect(print).toHaveBeenLastCalledWith("npm run it -- --days 90\n");
  await run(() => Promise.reject(new Fault("No.")), "npm run it -- --days 90");
  expect(print).toHaveBeenLastCalledWith("\nNo.\n");
  process.exitCode = undefined;
  print.mockRestore();
});

test("who asks for help is told what the command takes, and nothing is run", async () => {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  const main = vi.fn();
  process.argv.push("--help");
  await run(main, "npm run it -- --days 90").finally(() => process.argv.pop());
  expect(print.mock.calls).toEqual([["npm run it -- --days 90"]]);
  expect(main).not.toHaveBeenCalled();
  print.mockRestore();
});

test("a database that isn't there is told in words, whatever the query was", async () => {
  const sql = postgres("postgres://postgres@127.0.0.1:1/nowhere");
  const main = async () => {
    await sql`select 1`.catch((cause: unknown) => {
      throw new Error("Failed query: select 1", { cause });
    });
  };
  expect((await printed(main)).said).toBe("\nconnect ECONNREFUSED 127.0.0.1:1\n");
  await sql.end();
});

test("an environment that isn't usable is told in words", async () => {
  const main = async () => void parseEnv({ DATABASE_URL: "nowhere" });
  const { said } = await printed(main);
  expect(said).toMatch(/^\nThe environment is not usable:\n {2}DATABASE_URL must be a PostgreSQL address/);
});

test.each([
  ["a table", "42P01", 'relation "stripe.events" does not exist'],
  ["a column", "42703", 'column "deliveries" does not exist'],
  ["a schema", "3F000", 'schema "graphile_worker" does not exist'],
])("where the database lacks %s, what brings it is told", async (_, code, message) => {
  const cause = Object.assign(new Error(message), { code });
  const main = () => Promise.reject(new Error("Failed query: select", { cause }));
  expect((await printed(main)).said).toBe(
    `\n${message}\nThe database hasn't the newest schema: npm run db:migrate brings it.\n`,
  );
});

test("where we have no rights, the database's own words are told", async () => {
  const cause = Object.assign(new Error("permission denied for database shop"), { code: "42501" });
  const main = () => Promise.reject(new Error("Failed query: CREATE SCHEMA", { cause }));
  expect((await printed(main)).said).toBe("\npermission denied for database shop\n");
});

test("what nobody expected is told whole", async () => {
  const error = new TypeError("x is not a function");
  const main = () => Promise.reject(error);
  expect((await printed(main)).said).toBe(error);
});

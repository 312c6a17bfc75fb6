import postgres from "postgres";
import { afterEach, expect, test, vi } from "vitest";
import { databaseName, withDatabase } from "@/scripts/services/database";

afterEach(() => vi.unstubAllEnvs());

test("what is mirrored of Stripe is kept apart from what is mirrored of the stand-in", () => {
  const STRIPE_EMULATOR_URL = "http://localhost:12111";
  expect(databaseName({})).toBe("gatehouse");
  expect(databaseName({ STRIPE_EMULATOR_URL })).toBe("gatehouse");
  expect(databaseName({ STRIPE_EMULATOR_URL, STRIPE_SECRET_KEY: "sk_test_other" })).toBe("gatehouse");
  expect(databaseName({ STRIPE_SECRET_KEY: "" })).toBe("gatehouse");
  expect(databaseName({ STRIPE_SECRET_KEY: "sk_test_51Hxyz" })).toBe("gatehouse_stripe");
});

test.each([
  ["127.0.0.1:1", "ECONNREFUSED"],
  ["nowhere.invalid:5432", "ENOTFOUND|EAI_AGAIN"],
])("a database that isn't at %s is named, without who would have come in", async (host, code) => {
  vi.stubEnv("DATABASE_URL", `postgres://ada:secret@${host}/shop`);
  const asked = withDatabase(async (url) => {
    const sql = postgres(url, { max: 1 });
    await sql`select 1`.catch((cause: unknown) => {
      throw new Error("Failed query: select 1", { cause });
    });
  });
  const fault = await asked.catch((error: unknown) => error);
  expect(fault).toMatchObject({ name: "Fault" });
  expect(String(fault)).toMatch(new RegExp(`names, at ${host}, can't be reached: .*(${code})`));
  expect(String(fault)).not.toContain("secret");
});

test.each(["mysql://ada:secret@localhost/shop", "localhost"])(
  "%s is no database of ours",
  async (address) => {
    vi.stubEnv("DATABASE_URL", address);
    const fault = await withDatabase(() => Promise.resolve()).catch(String);
    expect(fault).toBe(
      "Fault: DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host:5432/name.",
    );
  },
);

test("what fails with a database that is there is told as it is", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://127.0.0.1:5432/shop");
  const elsewhere = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:12111"), { port: 12111 });
  await expect(withDatabase(() => Promise.reject(elsewhere))).rejects.toBe(elsewhere);
});

import { expect, test } from "vitest";
import { openPgPool, readByPg } from "@/db/pg-pool";
import { useTestDatabase } from "@/test/support/use-database";

const database = useTestDatabase();
const address = "postgres://me:p%40ss@db.example:5433/gatehouse";

test.each(["require", "prefer", "allow"])(
  "sslmode=%s asks for no certificate that anybody else has signed",
  (mode) => {
    expect(readByPg(`${address}?sslmode=${mode}`)).toEqual({
      connectionString: address,
      ssl: { rejectUnauthorized: false },
    });
  },
);

test("a certificate is verified where that is asked for, in whatever words", () => {
  for (const mode of ["verify-full", "verify-ca", "no-verify"]) {
    expect(readByPg(`${address}?sslmode=${mode}`)).toEqual({ connectionString: address, ssl: true });
  }
});

test("what else an address says is left to pg", () => {
  expect(readByPg(address)).toEqual({ connectionString: address });
  expect(readByPg(`${address}?sslmode=disable&application_name=me`)).toEqual({
    connectionString: `${address}?application_name=me`,
    ssl: false,
  });
});

test("it connects", async () => {
  const pool = openPgPool(`${database.url}?sslmode=disable`, { max: 1, application_name: "gatehouse test" });
  const { rows } = await pool.query("select current_setting('application_name') as name");
  expect(rows).toEqual([{ name: "gatehouse test" }]);
  await pool.end();
});

import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { runNode } from "@/scripts/support/command";
import { programArguments } from "@/scripts/support/program";
import { root } from "@/scripts/support/root";
import { useStandIn } from "@/test/lib/billing/support/stand-in";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
useStandIn();

test("a preparation that fails in its last step says so and ends", async () => {
  await db.execute(sql`alter table stripe.mirrored_account add constraint closed check (false)`);
  const program = await programArguments(join(root, "scripts/prepare.ts"));
  const { code, output } = await runNode(program, { quiet: true });
  expect(output).toContain("into the database:\n");
  expect(output).toContain('violates check constraint "closed"');
  expect(code).toBe(1);
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { runNode } from "@/scripts/support/command";
import { programArguments } from "@/scripts/support/program";
import { root } from "@/scripts/support/root";
import { useStandIn } from "@/test/lib/billing/support/stand-in";

useStandIn();

const setup = async (...flags: string[]) => {
  const program = await programArguments(join(root, "scripts/setup.ts"));
  return runNode([...program, ...flags], { quiet: true });
};

test("stripe:setup says what it would do, asks, does it, and does it once", async () => {
  const looked = await setup("--dry-run");
  expect(looked.output).toContain("create product gatehouse_team: Team");
  expect(looked).toMatchObject({ code: 1, output: expect.stringContaining("Nothing was changed.") });
  expect(await setup()).toMatchObject({ code: 1, output: expect.stringContaining("say --yes") });
  const made = await setup("--yes");
  expect(made).toMatchObject({
    code: 0,
    output: expect.stringContaining("done: create product gatehouse_team"),
  });
  expect(await setup("--yes")).toMatchObject({ code: 0, output: expect.stringContaining("has all of") });
});

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { handlers } from "@/lib/billing/on";

const folder = new URL("../../../../lib/billing/on/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "index.ts");

test.each(files)("the reaction in %s is registered", async (name) => {
  const { default: handler } = await import(`../../../../lib/billing/on/${name.replace(/\.ts$/, "")}.ts`);
  expect(handlers).toContain(handler);
});

import { Fault, run } from "./support/fault";
import { type Kind, runTests } from "./testing/runners";
import { add, describe, type Totals } from "./testing/totals";

/**
 * `npm test`: unit and integration tests, then the stories in a browser. `unit` or `e2e` as first argument
 * runs only those, and passes what follows to vitest or Playwright.
 */
await run(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const kinds = chosen(first);
  let totals: Totals = { passed: 0, failed: 0 };
  const failed: string[] = [];
  for (const kind of kinds) {
    const { failures, ...counted } = await runTests(kind, rest);
    totals = add(totals, counted);
    failed.push(...failures);
  }
  for (const failure of failed) console.log(`failed: ${failure}`);
  console.log(`\n${describe(totals)}`);
  if (totals.failed > 0) process.exitCode = 1;
});

function chosen(first: string | undefined): Kind[] {
  if (first === undefined) return ["unit", "e2e"];
  if (first === "unit" || first === "e2e") return [first];
  throw new Fault(`To pass ${first} on, say which tests: npm run test:unit -- … or npm run test:e2e -- …`);
}

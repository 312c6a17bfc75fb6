import { Fault, run } from "./support/fault";
import { type Kind, runTests } from "./testing/runners";
import { add, describe, type Totals } from "./testing/totals";

/**
 * `npm test`: unit and integration tests, and at the same time, since either waits a good deal, the stories in a browser.
 * `unit` or `e2e` as first argument runs only those, and passes what follows to vitest or Playwright.
 */
await run(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const totals = first === undefined ? await runAll() : await runTests(chosen(first), rest);
  console.log(`\n${describe(totals)}`);
  if (totals.failed > 0) process.exitCode = 1;
});

async function runAll(): Promise<Totals> {
  const unit = runTests("unit", []);
  const stories = runTests("e2e", [], unit);
  return add(await unit, await stories);
}

function chosen(first: string): Kind {
  if (first === "unit" || first === "e2e") return first;
  throw new Fault(`To pass ${first} on, say which tests: npm run test:unit -- … or npm run test:e2e -- …`);
}

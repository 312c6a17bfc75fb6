import { Fault, run } from "./support/fault";
import { startGuard } from "./support/guard";
import { buildForTests, builtVariable } from "./testing/build";
import { type Kind, runTests } from "./testing/runners";
import { add, describe, type Totals } from "./testing/totals";

/**
 * `npm test`: unit and integration tests, then the stories in a browser. `unit` or `e2e` as first argument
 * runs only those, and passes what follows to vitest or Playwright.
 */
await run(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const kinds = chosen(first);
  // Of both kinds, the unit tests leave a processor idle now and then.
  const built = kinds.length > 1 ? buildAhead() : {};
  let totals: Totals = { passed: 0, failed: 0 };
  const failed: string[] = [];
  for (const kind of kinds) {
    const { failures, ...counted } = await runTests(kind, rest, kind === "e2e" ? await built : {});
    totals = add(totals, counted);
    failed.push(...failures);
  }
  for (const failure of failed) console.log(`failed: ${failure}`);
  console.log(`\n${describe(totals)}`);
  if (totals.failed > 0) process.exitCode = 1;
});

/** @returns what tells the stories that they find their build; what fails fails again with them, who say why */
function buildAhead(): Promise<Record<string, string>> {
  return buildForTests(startGuard()).then(
    () => ({ [builtVariable]: "1" }),
    () => ({}),
  );
}

function chosen(first: string | undefined): Kind[] {
  if (first === undefined) return ["unit", "e2e"];
  if (first === "unit" || first === "e2e") return [first];
  throw new Fault(`To pass ${first} on, say which tests: npm run test:unit -- … or npm run test:e2e -- …`);
}

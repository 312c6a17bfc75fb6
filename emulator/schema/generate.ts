import { writeFileSync } from "node:fs";
import { ParamSchemas } from "./params";
import { ReferenceTables } from "./references";
import { resultOf } from "./result";
import { readSdk } from "./sdk";

/**
 * Writes `generated.json` from the SDK's own types: every operation's method and path, the parameters of those
 * a subscription business uses, where each object refers to others, and its fields. Run it after the SDK is updated:
 * `npx tsx emulator/schema/generate.ts`
 */

/** Areas of Stripe that have nothing to do with selling subscriptions: known by their URLs alone. */
const OUTSIDE =
  /^(accountLinks|accountSessions|applePayDomains|applicationFees|apps|climate|countrySpecs|exchangeRates|files|fileLinks|financialConnections|forwarding|identity|issuing|payouts|paymentRecords|productCatalog|quotes|radar\.(paymentEvaluations|valueLists|valueListItems)|reporting|reserves|reviews|sigma|sources|terminal|topups|transfers|treasury|testHelpers\.(issuing|terminal|treasury))\b/;

const { checker, methods } = readSdk();
const params = new ParamSchemas(checker);
const references = new ReferenceTables(checker);
const operations: Record<string, readonly unknown[]> = {};

for (const { name, method, path, params: type, result } of methods) {
  const outside = OUTSIDE.test(name) || (name.startsWith("accounts.") && name !== "accounts.retrieveCurrent");
  if (!outside) references.reach(result);
  operations[name] = outside
    ? [method, path]
    : [method, path, type === null ? null : params.of(type), resultOf(checker, result)];
}

const lines = (entries: readonly (readonly [string, unknown])[]) =>
  entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",\n");

writeFileSync(
  new URL("generated.json", import.meta.url),
  `{"operations":{\n${lines(Object.entries(operations))}\n},"objects":[\n${params.objects
    .map((object) => JSON.stringify(object))
    .join(
      ",\n",
    )}\n],"references":{\n${lines([...references.kinds].sort())}\n},"fields":{\n${lines([...references.fields].sort())}\n}}\n`,
);

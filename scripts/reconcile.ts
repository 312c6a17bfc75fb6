import { parseArgs } from "node:util";
import { type Comparing, isInOrder, reconcile } from "@/lib/stripe/reconcile/reconcile";
import { openPassingBoard } from "./progress/board";
import { describeDrift, driftAsJson } from "./progress/drift";
import { runCatchingUp } from "./support/catching-up";
import { rateFrom, typesFrom } from "./support/types";

const usage = `npm run stripe:reconcile                              compares the database with Stripe
npm run stripe:reconcile -- --fix                     and repairs what differs
npm run stripe:reconcile -- --verbose                 names every object that differs
npm run stripe:reconcile -- --json                    for programs
npm run stripe:reconcile -- --types customer,price    these types alone
npm run stripe:reconcile -- --rate 12                 so many requests a second at most`;

const next = "What was repaired is; the next run compares from the beginning.";

/**
 * `npm run stripe:reconcile -- [--fix] [--verbose] [--json] [--types customer,price] [--rate 12]`: compares the
 * database with Stripe. Exit code 1 when something differs and isn't repaired, or couldn't be compared.
 */
await runCatchingUp({ usage, next }, async (signal) => {
  const { values } = parseArgs({
    options: {
      fix: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      types: { type: "string" },
      rate: { type: "string" },
    },
  });
  const types = typesFrom(values.types);
  // Beside the report, which may go into a file or to a program.
  const board = openPassingBoard(process.stderr, types);
  const watch = ({ type, state, compared, share }: Comparing) => {
    const done = state !== "waiting" && state !== "comparing";
    board.update({ name: type, state, count: compared, share, at: performance.now(), done });
  };
  const found = await reconcile({
    ...{ fix: values.fix, types, signal, watch },
    ...(values.verbose ? { ids: Number.POSITIVE_INFINITY } : {}),
    ...rateFrom(values.rate),
  }).finally(board.end);
  console.log(values.json ? driftAsJson(found) : describeDrift(found));
  if (!found.every(isInOrder)) process.exitCode = 1;
});

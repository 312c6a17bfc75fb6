import { parseArgs } from "node:util";
import { features } from "@/billing.config";
import { db } from "@/db/client";
import { isFeature } from "@/lib/billing/features";
import { type GrantOutcome, grantFeature, revokeGrant } from "@/lib/billing/grant-feature";
import { withDatabase } from "./services/database";
import { startOfDay } from "./support/day";
import { Fault, run } from "./support/fault";

const usage = `npm run grant -- --user e@mail --feature ${Object.keys(features).join("|")} [--until 2027-01-31]
npm run grant -- --user e@mail --feature … --revoke`;

const said: Record<GrantOutcome["outcome"], string | Fault> = {
  granted: "Granted.",
  no_such_person: new Fault("Nobody has signed up with this address."),
  already_over: new Fault("The day given with --until is over."),
};

/** `npm run grant`: opens a feature to somebody, to the end of a day (UTC) or for good, or takes that back. */
await run(
  () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      const { values } = parseArgs({
        options: {
          user: { type: "string" },
          feature: { type: "string", default: "" },
          until: { type: "string" },
          revoke: { type: "boolean", default: false },
        },
      });
      const { user: email, feature, until, revoke } = values;
      if (feature && !isFeature(feature)) throw new Fault(`There is no feature "${feature}".\n\n${usage}`);
      if (!email || !isFeature(feature) || (revoke && until)) throw new Fault(usage);
      const work = revoke
        ? take(email, feature)
        : give({ email, feature, until: until ? endOf(until) : null });
      await work.finally(() => db.$client.end());
    }),
  usage,
);

async function give(gift: Parameters<typeof grantFeature>[0]): Promise<void> {
  const answer = said[(await grantFeature(gift)).outcome];
  if (answer instanceof Fault) throw answer;
  console.log(answer);
}

async function take(email: string, feature: Parameters<typeof revokeGrant>[0]["feature"]): Promise<void> {
  const count = await revokeGrant({ email, feature });
  if (count === null) throw new Fault("Nobody has signed up with this address.");
  console.log(count === 0 ? "There was nothing to take back." : "Taken back.");
}

/** The end of a day: a feature given until 31 January is open on that day. */
function endOf(day: string): Date {
  const start = startOfDay(day);
  if (start === null) throw new Fault(`--until takes a day as 2027-01-31, not ${day}.`);
  return new Date(start + 86_400_000);
}

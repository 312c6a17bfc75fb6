import { startNext } from "@/scripts/services/next";
import { prepare } from "@/scripts/services/prepare";
import { forwardEvents } from "@/scripts/services/stand-in";
import { startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";
import { answering } from "@/scripts/support/service";
import { testBuild } from "@/scripts/testing/build";
import { createTestDatabase, type TestDatabase } from "@/test/support/database";
import { newAccount, type StandInAccount } from "./stand-in";

export type Application = {
  origin: string;
  account: StandInAccount;
  database: TestDatabase;
  stop(): Promise<void>;
};

/** `build`: the folder of another build than the stories' own. */
type Parts = { account: StandInAccount; database: TestDatabase; build: string };

/** Starts the built application on a port, a database and a Stripe account of its own, ready to sell. */
export async function startApplication(parts: Partial<Parts> = {}): Promise<Application> {
  const guard = startGuard();
  const { account = newAccount(), database = await createTestDatabase(), build = testBuild } = parts;
  const port = await anyFreePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_DIST_DIR: build,
    GATEHOUSE_DEMO: "1",
    DATABASE_URL: database.url,
    APP_URL: origin,
    STRIPE_SECRET_KEY: account.secretKey,
    STRIPE_PUBLISHABLE_KEY: account.publishableKey,
    STRIPE_WEBHOOK_SECRET: account.signingSecret,
    STRIPE_EMULATOR_URL: account.origin,
  };
  await prepare({ env, guard });
  const next = startNext({ command: "start", port, env, guard });
  await answering(next, `${origin}/api/health`);
  next.unmute();
  await forwardEvents(account.origin, { ...account, forwardTo: `${origin}/api/stripe/webhook` });
  return {
    ...{ origin, account, database },
    async stop() {
      await next.stop();
      await database.drop();
    },
  };
}

import { SECRET } from "./signing";

/**
 * The environment of the application under measure. Nobody listens at the address given for Stripe: no event of
 * the benchmark needs anything fetched, and one that tried would fail, and the benchmark with it.
 */
export function environment(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    STRIPE_SECRET_KEY: "sk_test_bench",
    STRIPE_PUBLISHABLE_KEY: "pk_test_bench",
    STRIPE_WEBHOOK_SECRET: SECRET,
    STRIPE_EMULATOR_URL: "http://127.0.0.1:9",
  };
}

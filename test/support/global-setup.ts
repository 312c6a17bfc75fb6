import { startTestPostgres } from "./postgres";
import { startSharedStandIn } from "./shared-stand-in";

/** Once for a run: the PostgreSQL and the stand-in for Stripe that every file gets a database and an account of. */
export default async function setup(): Promise<() => Promise<void>> {
  const [stopPostgres, stopStandIn] = await Promise.all([startTestPostgres(), startSharedStandIn()]);
  return async () => {
    await Promise.all([stopPostgres(), stopStandIn()]);
  };
}

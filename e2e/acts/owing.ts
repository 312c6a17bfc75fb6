import type { Application } from "../support/application";
import { studio } from "./paying";
import type { Person } from "./people";
import { payFromNowOn } from "./stripe";
import { subscribe } from "./subscribing";

/**
 * Gives somebody Studio, which their card then doesn't renew: they owe for the second month.
 *
 * @param pass lets days go by, of which the renewal is made on one
 */
export async function oweRenewal(
  app: Application,
  person: Person,
  pass: (days: number) => Promise<void>,
): Promise<void> {
  await subscribe(app, person, studio);
  await payFromNowOn(app, person, "pm_card_chargeCustomerFail");
  await pass(32);
}

import { catalogueChanges } from "./setup-catalogue";

/**
 * Says in the log what of billing.config.ts Stripe doesn't have as it is stated there. Changes nothing: what is sold goes on
 * being what Stripe has.
 *
 * @returns how much differs
 * @throws Stripe's error
 */
export async function reportCatalogueDrift(): Promise<number> {
  const changes = await catalogueChanges();
  if (changes.length > 0) {
    const lines = changes.map(({ says }) => `  ${says}`).join("\n");
    console.warn(`Stripe differs from billing.config.ts; npm run stripe:setup would:\n${lines}`);
  }
  return changes.length;
}

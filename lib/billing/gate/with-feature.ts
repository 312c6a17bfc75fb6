import "server-only";
import type { FeatureKey } from "@/billing.config";
import { featureClosed } from "./errors";
import { visitorAccess } from "./visitor-access";

/**
 * A route handler behind a gate: those to whom the feature is closed get 402 with JSON that says what opens it, and the
 * handler isn't called.
 *
 * @example export const GET = withFeature("workshops", async (request) => Response.json(await workshops()));
 */
export function withFeature<Arguments extends unknown[]>(
  feature: FeatureKey,
  handler: (...given: Arguments) => Response | Promise<Response>,
): (...given: Arguments) => Promise<Response> {
  return async (...given) => {
    const { user, access } = await visitorAccess();
    if (access.can(feature)) return handler(...given);
    return featureClosed(feature, { signed_in: user !== null });
  };
}

import { invalidRequest, missingParam } from "../core/errors";
import type { Call } from "../core/work";

/**
 * Lets a browser reach an intent only with its client secret. A secret key needs none, but a wrong one is
 * refused from anybody.
 */
export function checkClientSecret(
  call: Call<{ readonly client_secret?: string }>,
  intent: { readonly client_secret: string | null },
): void {
  const given = call.params.client_secret;
  if (given === undefined && call.publishable) throw missingParam("client_secret");
  if (given === undefined || given === intent.client_secret) return;
  throw invalidRequest(
    "The client_secret provided does not match any associated intent on this account. Ensure the publishable key used belongs to the same account that created the intent.",
    { code: "resource_missing", param: "client_secret" },
  );
}

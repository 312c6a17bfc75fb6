import type { ApiObject } from "../api";
import type { IntentReference } from "./intent";

const REDIRECT_STATUS: Record<string, string> = {
  processing: "pending",
  requires_action: "pending",
  requires_payment_method: "failed",
  canceled: "failed",
};

/** Goes to another page. Never settles: what follows would run in a page that is going away. */
export function leaveFor(url: string): Promise<never> {
  window.location.assign(url);
  return new Promise(() => {});
}

/** The page's `return_url` with what Stripe adds: the intent, its secret, and how it went. */
export function returnUrl(url: string, reference: IntentReference, intent: ApiObject): string {
  const target = new URL(url, window.location.href);
  const name = `${reference.kind}_intent`;
  target.searchParams.set(name, reference.id);
  target.searchParams.set(`${name}_client_secret`, reference.clientSecret);
  target.searchParams.set("redirect_status", REDIRECT_STATUS[String(intent.status)] ?? "succeeded");
  return target.href;
}

import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import type { Challenge } from "./records";

/** How a challenge reaches the customer. */
export type Channel = {
  /** Where the customer goes after the challenge; null when Stripe.js shows it in a frame of the page. */
  readonly returnUrl: string | null;
};

type NextAction = NonNullable<Held<"payment_intent">["next_action"] & Held<"setup_intent">["next_action"]>;

/** Opens a challenge for an intent and gives the `next_action` that leads to its page. */
export function openChallenge(work: Work, intent: string, channel: Channel): NextAction {
  abandonChallenges(work, intent);
  const challenge = work.store.put("_challenge", {
    id: work.newId("payment_attempt"),
    intent,
    status: "pending",
    returnUrl: channel.returnUrl,
  });
  const url = `${work.origin}/3ds/${challenge.id}`;
  if (channel.returnUrl !== null) {
    return { type: "redirect_to_url", redirect_to_url: { return_url: channel.returnUrl, url } };
  }
  return {
    type: "use_stripe_sdk",
    use_stripe_sdk: {
      type: "three_d_secure_redirect",
      stripe_js: url,
      three_d_secure_2_source: challenge.id,
    },
  };
}

/** The challenge a `next_action` leads to. */
export function challengeIn(action: NextAction): string {
  const url = action.redirect_to_url?.url ?? "";
  const { three_d_secure_2_source: source }: { three_d_secure_2_source?: unknown } = {
    ...action.use_stripe_sdk,
  };
  return typeof source === "string" ? source : (url.split("/").at(-1) ?? "");
}

/** The challenge an intent waits for, or null. */
function pendingChallenge(work: Work, intent: string): Challenge | null {
  return work.store.list("_challenge", "intent", intent).find(({ status }) => status === "pending") ?? null;
}

/** A new attempt or a cancellation leaves earlier challenges without an effect. */
export function abandonChallenges(work: Work, intent: string): void {
  const pending = pendingChallenge(work, intent);
  if (pending) work.store.update("_challenge", pending.id, { status: "abandoned" });
}

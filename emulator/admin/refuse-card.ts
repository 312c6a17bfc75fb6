import { invalidRequest, missingReference } from "../core/errors";
import type { Work } from "../core/work";
import { declines } from "../payments/cards/declines";

const MOST = 1_000;

/** What a card's bank will say of its next payments. */
interface Refusing {
  readonly payment_method: string;
  readonly decline_code: string;
  /** How many payments it refuses. */
  readonly times: number;
}

/**
 * What a bank does to a card that was good so far: refuses its next payments, by default one, and then pays again. With
 * 0 `times` it is good at once. Saving the card asks for no payment, so that isn't refused.
 *
 * @param body `{ payment_method, decline_code, times }`
 */
export function refuseCard(work: Work, body: unknown): Refusing {
  const given: Readonly<Record<string, unknown>> = { ...(typeof body === "object" ? body : {}) };
  const id = String(given.payment_method ?? "");
  if (work.store.get("_card", id) === undefined)
    throw missingReference("PaymentMethod", id, "payment_method");
  const code = String(given.decline_code ?? "generic_decline");
  if (!declines.has(code)) {
    throw invalidRequest(`decline_code must be one of ${[...declines.keys()].join(", ")}`, {
      param: "decline_code",
    });
  }
  const times = Number(given.times ?? 1);
  if (!Number.isInteger(times) || times < 0 || times > MOST) {
    throw invalidRequest(`times must be a whole number from 0 to ${MOST}`, { param: "times" });
  }
  work.store.update("_card", id, { refusals: { code, left: times } });
  return { payment_method: id, decline_code: code, times };
}

import type { Backend } from "../../backend";
import { textAt } from "../../json";
import { type Page, seeOther } from "../../page";
import { cardPage } from "./card-page";
import { finish } from "./finish";
import type { Visit } from "./frame";
import { homePage } from "./home-page";

const REFUSED =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

/** Saves a new card to the customer, after a 3-D Secure challenge where its bank wants one, and lets it pay from now on. */
export async function saveCard(
  backend: Backend,
  visit: Visit,
  method: string,
  origin: string,
): Promise<Page> {
  const { account, base, view } = visit;
  const answer = await backend.call(account, "POST", "/v1/setup_intents", {
    confirm: "true",
    customer: view.customer.id,
    payment_method: method,
    return_url: `${origin}${base}/cards/done`,
    usage: "off_session",
  });
  if (!answer.ok) return cardPage(visit, answer);
  const bank = textAt(answer.object, "next_action.redirect_to_url.url");
  if (answer.object.status === "requires_action") return seeOther(new URL(bank).pathname);
  return payWith(backend, visit, textAt(answer.object, "payment_method"));
}

/** Goes on after a challenge, whose outcome only the intent tells. */
export async function cardSaved(backend: Backend, visit: Visit, intent: string): Promise<Page> {
  const answer = await backend.call(visit.account, "GET", `/v1/setup_intents/${encodeURIComponent(intent)}`);
  const own = answer.ok && answer.object.customer === visit.view.customer.id;
  if (!own || answer.object.status !== "succeeded") return cardPage(visit, { status: 402, message: REFUSED });
  return payWith(backend, visit, textAt(answer.object, "payment_method"));
}

/** Lets a card pay: for whatever the customer owes, and for the subscriptions that had a card of their own. */
export async function payWith(backend: Backend, visit: Visit, method: string): Promise<Page> {
  const { account, view } = visit;
  const answer = await backend.call(account, "POST", `/v1/customers/${view.customer.id}`, {
    "invoice_settings[default_payment_method]": method,
  });
  if (!answer.ok) return homePage(visit, answer);
  for (const { id, ownMethod } of view.subscriptions) {
    if (ownMethod === null || ownMethod === method) continue;
    await backend.call(account, "POST", `/v1/subscriptions/${id}`, { default_payment_method: method });
  }
  return finish(visit, "payment_method_update");
}

/** Takes a card away that pays for nothing. */
export async function removeCard(backend: Backend, visit: Visit, method: string): Promise<Page> {
  const answer = await backend.call(visit.account, "POST", `/v1/payment_methods/${method}/detach`);
  return answer.ok ? finish(visit) : homePage(visit, answer);
}

import type Stripe from "stripe";
import type { Answer, StartedEmulator } from "./start-emulator";

/** What came of posting a form of a session's page, without a browser. */
export interface PagePost {
  readonly status: number;
  /** Where the page leads on to. */
  readonly location: string | null;
  readonly text: string;
}

/** Posts a form of a hosted page as a browser without JavaScript does. */
export async function postForm(address: string, fields: Record<string, string>): Promise<PagePost> {
  const response = await fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  const location = response.headers.get("Location");
  return { status: response.status, location, text: await response.text() };
}

/** Presses the button of a session's page, with the test card of the name and an e-mail address. */
export function payOnPage(
  emulator: StartedEmulator,
  session: Stripe.Checkout.Session,
  fields: Record<string, string> = {},
): Promise<PagePost> {
  return postForm(`${emulator.origin}/checkout/${session.id}`, {
    do: "confirm",
    email: "reader@example.com",
    payment_method: "pm_card_visa",
    ...fields,
  });
}

/** Confirms a session as its page's script does: with the publishable key. */
export function confirmByScript(
  emulator: StartedEmulator,
  account: string,
  session: string,
  fields: Record<string, string>,
): Promise<Answer> {
  return emulator.request("POST", `/v1/payment_pages/${session}/confirm`, {
    key: `pk_test_${account}`,
    body: new URLSearchParams(fields).toString(),
  });
}

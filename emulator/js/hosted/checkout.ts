import { Api, type FormParams } from "../api";
import { challenge } from "../stripe/challenge";
import { createStripe } from "../stripe/stripe";
import { type Elements, mountCard } from "./new-card";

type Stripe = ReturnType<typeof createStripe>;

/** Where the page's customer is after a step: refused, or at the page as it is now. */
type Step = { readonly error: string } | { readonly page: Record<string, unknown> };

/**
 * Lets the form of a Checkout Session take a new card. Whatever is refused is told of beside the button with the card
 * still in its frame; when the session is complete its customer goes on to the merchant.
 */
export function startCheckout(form: HTMLFormElement): void {
  const { key = "", session = "" } = form.dataset;
  const button = form.querySelector<HTMLButtonElement>('button[value="confirm"]');
  const problem = form.querySelector("#problem");
  if (!button || !problem) return;

  const stripe = createStripe(window.location.origin, key);
  const elements = newCard(form, stripe);
  const api = new Api(window.location.origin, key);
  const path = `/v1/payment_pages/${session}`;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = "";
    const step = await confirm();
    if ("error" in step) {
      problem.textContent = step.error;
      button.disabled = false;
      return;
    }
    const url = step.page.completion_url;
    // In a frame it is the page around it that goes on.
    if (typeof url === "string" && window.parent === window) window.location.assign(url);
    else window.location.reload();
  });

  async function confirm(): Promise<Step> {
    const params = filled(form);
    if (!params.payment_method && elements) {
      const made = await cardOf(stripe, elements, params);
      if ("error" in made) return made;
      params.payment_method = made.id;
    }
    const answer = await api.post(`${path}/confirm`, params);
    if (!answer.ok) return { error: answer.error.message };
    if (typeof answer.object.challenge !== "string") return { page: answer.object };
    const question = new URL(`/3ds/${answer.object.challenge}`, window.location.origin);
    question.searchParams.set("parent", window.location.origin);
    await challenge(question);
    const after = await api.get(path);
    if (!after.ok) return { error: after.error.message };
    if (after.object.status === "complete") return { page: after.object };
    return { error: String(after.object.error ?? "Your card was not charged.") };
  }
}

function newCard(form: HTMLFormElement, stripe: Stripe): Elements | null {
  const place = form.querySelector<HTMLElement>("#card");
  if (!place) return null;
  const { mode, amount, currency = "usd", address } = form.dataset;
  const due = Number(amount);
  const start: Parameters<typeof mountCard>[2] = {
    currency,
    mode: mode === "subscription" || (mode === "payment" && due > 0) ? mode : "setup",
    ...(due > 0 ? { amount: due } : {}),
  };
  const elements = mountCard(stripe, place, start, address !== "required");
  const choices = form.querySelectorAll<HTMLInputElement>('input[name="payment_method"]');
  const toggle = () => {
    place.hidden = [...choices].some(({ checked, value }) => checked && value !== "");
  };
  for (const choice of choices) choice.addEventListener("change", toggle);
  toggle();
  return elements;
}

async function cardOf(
  stripe: Stripe,
  elements: Elements,
  params: FormParams,
): Promise<{ readonly error: string } | { readonly id: string }> {
  const checked = await elements.submit();
  if ("error" in checked) return { error: checked.error.message };
  const address = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const [, part] = /^address\[(\w+)\]$/.exec(name) ?? [];
      return part ? [[part, value]] : [];
    }),
  );
  const { email, name, phone } = params;
  const billing_details = { email, name, phone, ...(Object.keys(address).length > 0 ? { address } : {}) };
  const made = await stripe.createPaymentMethod({ elements, params: { billing_details } });
  return "error" in made ? { error: made.error.message } : { id: String(made.paymentMethod.id) };
}

/** What was filled in. A tax id counts once it has a number. */
function filled(form: HTMLFormElement): FormParams {
  const entries = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== "");
  const numbered = entries.some(([name]) => name === "tax_id[value]");
  return Object.fromEntries(
    entries
      .filter(([name]) => name !== "tax_id[type]" || numbered)
      .map(([name, value]) => [name, String(value)]),
  );
}

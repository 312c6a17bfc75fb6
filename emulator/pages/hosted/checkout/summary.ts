import type { CheckoutLine, OptionalChoice } from "../../../hosted/checkout-goods";
import type { CheckoutView } from "../../../hosted/checkout-view";
import { type Html, html } from "../../html";
import { formatMoney } from "../../money";
import { rhythm } from "./words";

/** What was wrong with the last change. */
export interface Problem {
  readonly about: "code" | "quantity" | "payment";
  readonly message: string;
}

type Priced = Pick<CheckoutLine, "metered" | "recurring" | "unit_amount">;

/** What is bought and what it comes to, with what may be changed about it. */
export function summary(view: CheckoutView, problem: Problem | null): Html | null {
  if (view.mode === "setup") return null;
  return html`<h2>What you get</h2>
${problem?.about === "quantity" ? html`<p class="error" role="alert">${problem.message}</p>` : null}
<ul class="goods">${view.lines.map((line) => goods(view, line))}</ul>
${optional(view)}
${shipping(view)}
${promotion(view, problem?.about === "code" ? problem.message : null)}
<table class="totals"><caption>Totals</caption><tbody>${totals(view)}</tbody></table>`;
}

function goods({ id, currency }: CheckoutView, line: CheckoutLine): Html {
  return html`<li><div class="good"><span>${line.name}${line.quantity === null || line.quantity === 1 ? null : ` × ${line.quantity}`}</span>
<span class="amount">${formatMoney(line.amount_subtotal, currency)}</span></div>
${line.description === null ? null : html`<p class="when">${line.description}</p>`}
<p class="when">${unit(line, currency)}</p>
${line.adjustable === null ? null : quantityForm(id, line, line.adjustable)}
${line.optional ? choice(id, line, "Remove") : null}</li>`;
}

function unit({ metered, recurring, unit_amount: amount }: Priced, currency: string): string {
  const often = recurring ? ` ${rhythm(recurring)}` : "";
  if (metered) return `Paid by what is used${recurring ? `,${often}` : ""}`;
  return amount === null ? `Priced by quantity${often}` : `${formatMoney(amount, currency)} each${often}`;
}

function quantityForm(
  session: string,
  line: CheckoutLine,
  bounds: { minimum: number; maximum: number },
): Html {
  return html`<form method="post" action="/checkout/${session}" class="inline">
<input type="hidden" name="line_item[id]" value="${line.id}">
<label>Quantity <input type="number" name="line_item[quantity]" value="${line.quantity}" min="${bounds.minimum}" max="${bounds.maximum}" required></label>
<button name="do" value="change" class="quiet">Change</button>
</form>`;
}

/** What may be added to it. */
function optional({ id, currency, optional_items: items }: CheckoutView): Html | null {
  if (items.length === 0) return null;
  return html`<h2>Add to your order</h2>
<ul class="goods">${items.map((item) => optionalItem(id, item, currency))}</ul>`;
}

function optionalItem(session: string, item: OptionalChoice, currency: string): Html {
  return html`<li><div class="good"><span>${item.name}${item.quantity === 1 ? null : ` × ${item.quantity}`}</span>
<span class="amount">${formatMoney(item.amount, currency)}</span></div>
${item.description === null ? null : html`<p class="when">${item.description}</p>`}
<p class="when">${unit(item, currency)}</p>
${choice(session, item, "Add")}</li>`;
}

/** Puts an optional item among what is bought, or takes it out. */
function choice(session: string, item: { price: string; name: string }, deed: "Add" | "Remove"): Html {
  return html`<form method="post" action="/checkout/${session}" class="inline">
<input type="hidden" name="optional_item[price]" value="${item.price}">
<input type="hidden" name="optional_item[selected]" value="${String(deed === "Add")}">
<button name="do" value="change" class="quiet" aria-label="${deed} ${item.name}">${deed}</button>
</form>`;
}

/** The ways it can be sent, where there is more than one. */
function shipping({ id, currency, shipping_options: options }: CheckoutView): Html | null {
  if (options.length < 2) return null;
  const choices = options.map(
    (one) =>
      html`<label class="choice"><input type="radio" name="shipping_rate" value="${one.id}"${one.chosen ? html` checked` : null}> ${one.name} <span class="amount">${formatMoney(one.amount, currency)}</span></label>`,
  );
  return html`<form method="post" action="/checkout/${id}" class="inline">
<fieldset><legend>Shipping</legend>${choices}</fieldset>
<button name="do" value="change" class="quiet">Choose</button>
</form>`;
}

function promotion(
  { id, allow_promotion_codes: allowed, discount }: CheckoutView,
  problem: string | null,
): Html | null {
  if (!allowed) return null;
  if (discount) {
    return html`<form method="post" action="/checkout/${id}" class="inline">
<input type="hidden" name="promotion_code" value="">
<span>Code ${discount.code ?? discount.name}</span> <button name="do" value="change" class="quiet">Remove code</button>
</form>`;
  }
  return html`<form method="post" action="/checkout/${id}" class="inline">
<label>Promotion code <input name="promotion_code" autocomplete="off" required${problem === null ? null : html` aria-invalid="true" aria-describedby="code-problem"`}></label>
<button name="do" value="change" class="quiet">Apply</button>
<p class="error" id="code-problem" role="alert">${problem}</p>
</form>`;
}

function totals(view: CheckoutView): Html[] {
  const { amount_due, amount_subtotal, amount_tax, currency, discount, shipping_options } = view;
  const row = (label: string, amount: number) =>
    html`<tr><th scope="row">${label}</th><td class="amount">${formatMoney(amount, currency)}</td></tr>`;
  return [
    row("Subtotal", amount_subtotal),
    ...(discount ? [row(discount.name, -discount.amount)] : []),
    ...shipping_options.filter(({ chosen }) => chosen).map(({ name, amount }) => row(name, amount)),
    ...(amount_tax > 0 ? [row("Tax", amount_tax)] : []),
    row("Due today", amount_due),
  ];
}

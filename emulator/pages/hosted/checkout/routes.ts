import type { CheckoutView } from "../../../hosted/checkout-view";
import type { Backend, PageRequest } from "../../backend";
import { type Page, seeOther } from "../../page";
import { unknownPage } from "../layout";
import { checkoutPage, completePage, expiredPage, type Refused } from "./checkout-page";

/** The fields of the page's forms that are the API's own, and no others. */
const FIELDS =
  /^(email|name|phone|payment_method|expected_amount|save_payment_method|address\[\w+\]|shipping\[(name|address\]\[\w+)\]|consent\[\w+\]|custom_fields\[[^\]]+\]|tax_id\[\w+\])$/;
const CHANGES = /^(promotion_code|shipping_rate|line_item\[\w+\]|optional_item\[\w+\])$/;

/** Elsewhere the merchant's page is all there is. */
const SHOWN: ReadonlyArray<CheckoutView["ui_mode"]> = ["embedded_page", "hosted_page"];

/**
 * The page of a Checkout Session at `/checkout/{id}`: GET shows it, POST changes what is bought or pays, without a
 * script but for a new card. A 3-D Secure challenge comes back to `/checkout/{id}/return`.
 */
export async function checkoutRoutes(backend: Backend, request: PageRequest): Promise<Page> {
  const [, id = "", step] = /^\/checkout\/(\w+)(\/return)?$/.exec(request.url.pathname) ?? [];
  const found = backend.checkout(id);
  if (!found || !SHOWN.includes(found.view.ui_mode)) return unknownPage();
  const { account, view } = found;
  if (view.status === "open" && request.method === "POST") return post(backend, account, id, request);
  const done = request.method === "POST" || step !== undefined;
  return done && view.status === "complete" ? leave(view) : show(account, view, null);
}

async function post(backend: Backend, account: string, id: string, request: PageRequest): Promise<Page> {
  const { form, url } = request;
  const confirming = form.get("do") === "confirm";
  const path = `/v1/payment_pages/${id}`;
  const answer = confirming
    ? await backend.call(account, "POST", `${path}/confirm`, {
        ...given(form, FIELDS),
        return_url: `${url.origin}/checkout/${id}/return`,
      })
    : await backend.call(account, "POST", path, changes(form));
  const view = backend.checkout(id)?.view;
  if (!view) return unknownPage();
  if (!answer.ok) {
    const { status, message } = answer;
    const typed = (name: string) => form.get(name) ?? "";
    return show(account, view, { about: aboutOf(form), message, status, typed });
  }
  if (view.status === "complete") return leave(view);
  return seeOther(confirming && view.challenge ? `/3ds/${view.challenge}` : `/checkout/${id}`);
}

function aboutOf(form: URLSearchParams): Refused["about"] {
  if (form.get("do") === "confirm") return "payment";
  return form.has("promotion_code") ? "code" : "quantity";
}

function show(account: string, view: CheckoutView, refused: Refused | null): Page {
  if (view.status === "complete") return completePage(view);
  if (view.status === "expired") return expiredPage(view);
  return checkoutPage(view, `pk_test_${account}`, refused);
}

/** To the merchant's page, or to the one that says what came of it where there is none or this one is in it. */
function leave({ completion_url: url, id, ui_mode: mode }: CheckoutView): Page {
  return seeOther(mode === "hosted_page" && url ? url : `/checkout/${id}`);
}

/** What was filled in. A tax id counts once it has a number. */
function given(form: URLSearchParams, names: RegExp): Record<string, string> {
  const filled = [...form].filter(([name, value]) => names.test(name) && value !== "");
  const numbered = filled.some(([name]) => name === "tax_id[value]");
  return Object.fromEntries(filled.filter(([name]) => name !== "tax_id[type]" || numbered));
}

/** An empty code takes the code away, so that it counts as given. */
function changes(form: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...form].filter(([name]) => CHANGES.test(name)));
}

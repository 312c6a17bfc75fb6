import type { PortalSubscription } from "../../../hosted/portal-view";
import type { Backend, PageRequest } from "../../backend";
import { type Page, seeOther } from "../../page";
import { cancelPage } from "./cancel-page";
import { cardSaved, payWith, removeCard, saveCard } from "./card-actions";
import { cardPage } from "./card-page";
import { removeTaxId, saveDetails } from "./details-actions";
import { detailsPage } from "./details-page";
import { donePage, flowPath } from "./finish";
import { closedPage, refusedPage, type Visit } from "./frame";
import { homePage } from "./home-page";
import { pausePage } from "./pause-page";
import { cancel, keep, pause, resume, stay } from "./subscription-actions";
import { change } from "./update-actions";
import { updatePage } from "./update-page";

/**
 * The customer's portal at `/portal/session/{token}`. Every change is one of the API's own, made only where the
 * configuration offers it and what it is about is the session's customer's.
 */
export async function portalRoutes(backend: Backend, request: PageRequest): Promise<Page> {
  const [, , , token = "", area = "", id = "", step = ""] = request.url.pathname.split("/");
  const found = backend.portal(token);
  if (!found) return closedPage();
  const visit: Visit = { ...found, base: `/portal/session/${token}` };
  if (area === "") return seeOther(`${visit.base}/${flowPath(visit.view)}`);
  if (area === "home") return homePage(visit);
  if (area === "done") return donePage(visit);
  if (area === "cards") return cards(backend, visit, request, id, step);
  if (area === "details" || area === "tax-ids") return details(backend, visit, request, id);
  const subscription = visit.view.subscriptions.find((one) => one.id === id);
  return area === "subscriptions" && subscription
    ? subscriptions(backend, visit, request, subscription, step)
    : refusedPage(visit);
}

async function cards(
  backend: Backend,
  visit: Visit,
  request: PageRequest,
  id: string,
  step: string,
): Promise<Page> {
  const { features, methods } = visit.view;
  const { form, method, url } = request;
  if (!features.payment_method_update.enabled) return refusedPage(visit);
  if (id === "new") return cardPage(visit);
  if (id === "done") return cardSaved(backend, visit, url.searchParams.get("setup_intent") ?? "");
  if (method !== "POST") return refusedPage(visit);
  if (id === "") return saveCard(backend, visit, form.get("payment_method") ?? "", url.origin);
  const own = methods.find((one) => one.id === id);
  if (own && step === "default") return payWith(backend, visit, id);
  return own && step === "remove" && !own.inUse ? removeCard(backend, visit, id) : refusedPage(visit);
}

async function details(
  backend: Backend,
  visit: Visit,
  { form, method }: PageRequest,
  id: string,
): Promise<Page> {
  const { features, customer } = visit.view;
  const { allowed_updates: allowed, enabled } = features.customer_update;
  if (!enabled) return refusedPage(visit);
  if (method !== "POST") return detailsPage(visit);
  if (id === "") return saveDetails(backend, visit, form);
  const own = allowed.includes("tax_id") && customer.taxIds.some((one) => one.id === id);
  return own ? removeTaxId(backend, visit, id) : refusedPage(visit);
}

type Step = (
  backend: Backend,
  visit: Visit,
  subscription: PortalSubscription,
  request: PageRequest,
) => Page | Promise<Page>;

/** What may be done with a subscription: whether it is offered, how it is asked for, and how it is done. */
const STEPS: Readonly<
  Record<
    string,
    { offered: (visit: Visit, one: PortalSubscription) => boolean; ask: Step | null; act: Step | null }
  >
> = {
  cancel: {
    offered: ({ view }, { ends }) => view.features.subscription_cancel.enabled && ends === null,
    ask: (_backend, visit, one) => cancelPage(visit, one),
    act: (backend, visit, one, { form }) => cancel(backend, visit, one, form),
  },
  confirm: {
    offered: (_visit, { offers, ends }) => offers.length > 0 && ends === null,
    ask: (backend, visit, one, { url }) => change(backend, visit, one, url.searchParams, false),
    act: (backend, visit, one, { form }) => change(backend, visit, one, form, true),
  },
  keep: {
    offered: ({ view }, { ends }) => view.features.subscription_cancel.enabled && ends !== null,
    ask: null,
    act: keep,
  },
  pause: {
    offered: ({ view }, { paused, status }) =>
      view.features.subscription_pause.enabled && paused === null && status === "active",
    ask: (_backend, visit, one) => pausePage(visit, one),
    act: (backend, visit, one, { form }) => pause(backend, visit, one, form),
  },
  resume: {
    offered: ({ view }, { paused }) => view.features.subscription_pause.enabled && paused !== null,
    ask: null,
    act: resume,
  },
  stay: {
    offered: ({ view }, { id }) => {
      const offer = view.flow?.subscription_cancel;
      return offer?.subscription === id && Boolean(offer.retention?.coupon_offer);
    },
    ask: null,
    act: stay,
  },
  update: {
    offered: (_visit, { offers, ends }) => offers.length > 0 && ends === null,
    ask: (_backend, visit, one) => (one.item ? updatePage(visit, one, one.item) : refusedPage(visit)),
    act: null,
  },
};

async function subscriptions(
  backend: Backend,
  visit: Visit,
  request: PageRequest,
  subscription: PortalSubscription,
  name: string,
): Promise<Page> {
  const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
  const run = request.method === "POST" ? step?.act : step?.ask;
  if (!run || !step?.offered(visit, subscription)) return refusedPage(visit);
  return run(backend, visit, subscription, request);
}

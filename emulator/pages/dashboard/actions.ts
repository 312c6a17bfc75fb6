import type { Json, Method } from "../backend";
import { at, textAt } from "./json";
import type { SectionName } from "./sections";

/** A field an administrator fills in. */
export interface ActionField {
  name: string;
  label: string;
  value: string;
  hint?: string;
}

/** What is said once a change is made. */
const DONE = {
  archive: "Archived.",
  cancel: "Canceled.",
  edit: "Saved.",
  refund: "Refunded.",
  unarchive: "Brought back.",
} as const;

type ActionName = keyof typeof DONE;

/** A change made by hand: a request to the API, with what was filled in as its parameters. */
export interface Action {
  name: ActionName;
  label: string;
  method: Method;
  path: string;
  fields: ActionField[];
  /** Parameters nobody fills in. */
  fixed: Readonly<Record<string, string>>;
}

type ActionsOf = (object: Json) => Action[];

function field(object: Json, name: string, label: string, path = name): ActionField {
  return { name, label, value: textAt(object, path) };
}

function edit(collection: string, object: Json, fields: ActionField[]): Action {
  return {
    name: "edit",
    label: "Save",
    method: "POST",
    path: `${collection}/${textAt(object, "id")}`,
    fields,
    fixed: {},
  };
}

function archive(collection: string, object: Json): Action {
  const isActive = object.active !== false;
  return {
    name: isActive ? "archive" : "unarchive",
    label: isActive ? "Archive" : "Bring back",
    method: "POST",
    path: `${collection}/${textAt(object, "id")}`,
    fields: [],
    fixed: { active: String(!isActive) },
  };
}

function cancelNow(subscription: Json): Action[] {
  const status = textAt(subscription, "status");
  if (status === "canceled" || status === "incomplete_expired") return [];
  const path = `/v1/subscriptions/${textAt(subscription, "id")}`;
  return [{ name: "cancel", label: "Cancel now", method: "DELETE", path, fields: [], fixed: {} }];
}

function refund(parameter: "charge" | "payment_intent", object: Json, left: number): Action[] {
  if (textAt(object, "status") !== "succeeded" || left <= 0) return [];
  const amount = { name: "amount", label: "Amount", value: String(left), hint: "in minor units" };
  const fixed = { [parameter]: textAt(object, "id") };
  return [{ name: "refund", label: "Refund", method: "POST", path: "/v1/refunds", fields: [amount], fixed }];
}

function numberAt(object: Json, path: string): number {
  const value = at(object, path);
  return typeof value === "number" ? value : 0;
}

/** What an administrator may do by hand with an object of each section. */
const ACTIONS: Readonly<Partial<Record<SectionName, ActionsOf>>> = {
  customers: (customer) => [
    edit("/v1/customers", customer, [field(customer, "email", "E-mail"), field(customer, "name", "Name")]),
  ],
  subscriptions: cancelNow,
  products: (product) => [
    edit("/v1/products", product, [
      field(product, "name", "Name"),
      field(product, "description", "Description"),
    ]),
    archive("/v1/products", product),
  ],
  prices: (price) => [
    edit("/v1/prices", price, [
      field(price, "nickname", "Nickname"),
      field(price, "lookup_key", "Lookup key"),
    ]),
    archive("/v1/prices", price),
  ],
  charges: (charge) =>
    refund("charge", charge, numberAt(charge, "amount") - numberAt(charge, "amount_refunded")),
  payment_intents: (intent) => refund("payment_intent", intent, numberAt(intent, "amount_received")),
};

export function actionsFor(section: SectionName, object: Json): Action[] {
  return ACTIONS[section]?.(object) ?? [];
}

/** The sentence for a change that was made; null for a name that is none. */
export function doneText(name: string): string | null {
  return Object.entries(DONE).find(([action]) => action === name)?.[1] ?? null;
}

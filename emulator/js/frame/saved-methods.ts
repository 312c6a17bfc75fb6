import { type Api, type ApiError, type ApiObject, isObject } from "../api";
import { type BrandName, isBrand } from "./brands";

/** A card its owner has kept, as far as a form shows it. */
export interface SavedCard {
  id: string;
  brand: BrandName;
  last4: string;
  /** `MM/YY` */
  expiry: string;
  /** As the API knows it. */
  method: ApiObject;
}

/** What a customer session lets a form show and do. */
export interface SavedMethods {
  cards: SavedCard[];
  mayRemove: boolean;
  maySave: boolean;
  /** What a card that is saved may be used for; null leaves that to the intent. */
  saveUsage: string | null;
}

const NOTHING: SavedMethods = { cards: [], mayRemove: false, maySave: false, saveUsage: null };

/** What forms may show beside their fields. */
export interface Shown {
  saved: SavedMethods;
  wallets: string[];
}

export const NOTHING_SHOWN: Shown = { saved: NOTHING, wallets: [] };

/** Reads what the account shows to everybody, and to whom the customer session is for. */
export async function readSession(api: Api, session: string | null): Promise<Shown | { error: ApiError }> {
  const answer = await api.get("/v1/elements/sessions", {
    customer_session_client_secret: session ?? undefined,
  });
  if (!answer.ok) return { error: answer.error };
  const { wallets, ...rest } = answer.object;
  const names = Array.isArray(wallets) ? wallets.filter((name) => typeof name === "string") : [];
  return { saved: savedMethods(rest), wallets: names };
}

function savedMethods({ features, payment_methods: methods }: ApiObject): SavedMethods {
  if (!isObject(features)) return NOTHING;
  const usage = features.payment_method_save_usage;
  return {
    cards: Array.isArray(methods) ? methods.flatMap(savedCard) : [],
    mayRemove: features.payment_method_remove === "enabled",
    maySave: features.payment_method_save === "enabled",
    saveUsage: typeof usage === "string" ? usage : null,
  };
}

function savedCard(method: unknown): SavedCard[] {
  if (!isObject(method) || typeof method.id !== "string" || !isObject(method.card)) return [];
  const { brand, last4, exp_month, exp_year } = method.card;
  const month = String(exp_month).padStart(2, "0");
  return [
    {
      id: method.id,
      brand: isBrand(brand) ? brand : "unknown",
      last4: String(last4),
      expiry: `${month}/${String(exp_year).slice(-2)}`,
      method,
    },
  ];
}

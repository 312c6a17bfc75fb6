const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The forms Stripe's ids have. `short` is prefix and 14 characters; `1` and `3` are prefix, that digit, five
 * characters of time, ten of the account and eight of chance; a number is prefix and so many characters.
 */
const ID_FORMS = {
  active_entitlement: ["ent_test_", 24],
  balance_transaction: ["txn_", "3"],
  card: ["card_", "1"],
  card_fingerprint: ["", 16],
  charge: ["ch_", "3"],
  checkout_item: ["li_", "1"],
  checkout_session: ["cs_test_a1", 48],
  confirmation_token: ["ctoken_", "1"],
  coupon: ["", 8],
  credit_note: ["cn_", "1"],
  credit_note_line_item: ["cnli_", "1"],
  customer: ["cus_", "short"],
  cvc_token: ["cvctok_", "1"],
  delivery: ["dlv_", "1"],
  customer_balance_transaction: ["cbtxn_", "1"],
  discount: ["di_", "1"],
  dispute: ["du_", "1"],
  ephemeral_key: ["ephkey_", "1"],
  early_fraud_warning: ["issfr_", "1"],
  event: ["evt_", "1"],
  fault: ["fault_", "1"],
  feedback_option: ["fbopt_", "1"],
  feature: ["feat_test_", 24],
  invoice: ["in_", "1"],
  invoice_payment: ["inpay_", "1"],
  invoiceitem: ["ii_", "1"],
  job: ["job_", "1"],
  line_item: ["il_", "1"],
  meter: ["mtr_test_", 24],
  meter_event: ["mevt_", "1"],
  mandate: ["mandate_", "1"],
  payment_attempt: ["payatt_", "3"],
  payment_intent: ["pi_", "3"],
  payment_method: ["pm_", "1"],
  payment_method_configuration: ["pmc_", "1"],
  portal_configuration: ["bpc_", "1"],
  portal_session: ["bps_", "1"],
  price: ["price_", "1"],
  product: ["prod_", "short"],
  product_feature: ["prodft_", "short"],
  promotion_code: ["promo_", "1"],
  refund: ["re_", "3"],
  request: ["req_", "short"],
  setup_attempt: ["setatt_", "1"],
  setup_intent: ["seti_", "1"],
  shipping_rate: ["shr_", "1"],
  subscription: ["sub_", "1"],
  subscription_item: ["si_", "short"],
  subscription_schedule: ["sub_sched_", "1"],
  tax_id: ["txi_", "1"],
  tax_rate: ["txr_", "1"],
  test_clock: ["clock_", "1"],
  token: ["tok_", "1"],
  webhook_endpoint: ["we_", "1"],
} as const satisfies Record<string, readonly [string, "short" | "1" | "3" | number]>;

export type IdKind = keyof typeof ID_FORMS;

/** A source of numbers in [0, 1). */
export type Chance = () => number;

/** A small seedable generator (mulberry32): the same seed gives the same ids. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Where ids come from: chance, and the time they speak of. */
export interface IdSource {
  readonly chance: Chance;
  /** The seconds an id made at a time is to carry. */
  readonly time: (seconds: number) => number;
}

/** Ids that tell their time. */
export function timedIds(seed: number): IdSource {
  return { chance: seeded(seed), time: (seconds) => seconds };
}

/** Ids that are the same in every run: instead of the time they carry how many were made before, from `first`. */
export function repeatableIds(seed: number, first: number): IdSource {
  let made = first;
  return { chance: seeded(seed), time: () => EPOCH + made++ };
}

/** `length` letters and digits. */
export function randomText(chance: Chance, length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(Math.floor(chance() * ALPHABET.length))).join("");
}

/** A 32-bit hash of a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** An id of the kind: ids made later sort after those made earlier, and objects of one second share their beginning. */
export function makeId(kind: IdKind, seconds: number, accountFragment: string, chance: Chance): string {
  const [prefix, form] = ID_FORMS[kind];
  if (typeof form === "number") return prefix + randomText(chance, form);
  const time = base62(seconds - EPOCH);
  if (form === "short") return prefix + time + randomText(chance, 9);
  return prefix + form + time + accountFragment + randomText(chance, 8);
}

/** 2015-01-01: five base-62 characters then last until 2044. */
const EPOCH = 1420070400;

function base62(value: number): string {
  let rest = Math.max(0, Math.floor(value));
  let text = "";
  for (let position = 0; position < 5; position++) {
    text = ALPHABET.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

import type { UnpaidRenewal } from "@/lib/billing/invoices/unpaid-renewal";
import type { Billed } from "@/lib/billing/queries/billed";
import type { Told } from "@/lib/billing/queries/told-of";
import type { Letter } from "@/lib/email/letter";
import { renderLetter } from "@/lib/email/render";

const appUrl = "https://gatehouse.example";
const person = { id: "0b5c2f7e-3f0a-4c53-9a3b-0d6f3b1f8a11", name: "Ada Reader", email: "ada@example.com" };

/** A mail's subject and both of its bodies, as Ada gets them. */
export async function written<Facts>(mail: (facts: Facts, appUrl: string) => Letter, facts: Facts) {
  const letter = mail(facts, appUrl);
  const bodies = await renderLetter(letter, { name: person.name, appUrl, choices: null });
  return { subject: letter.subject, preview: letter.preview, ...bodies };
}

export const billed: Billed = {
  person,
  planName: "Reader",
  status: "active",
  invoiceStatus: "paid",
  amount: 900,
  remaining: 0,
  currency: "usd",
  invoiceNumber: "GATE-0001",
  invoiceUrl: "https://invoice.stripe.com/i/1",
  nextAttempt: null,
  cardless: false,
  forUse: false,
  afterTrial: false,
  owesMore: false,
  periodEnd: new Date("2027-01-31T12:00:00Z"),
  interval: "month",
};

export const unpaid: UnpaidRenewal = {
  ...billed,
  ...{ status: "past_due", invoiceStatus: "open", amount: 0, remaining: 900, invoice: "in_1" },
  nextAttempt: new Date("2027-01-03T12:00:00Z"),
  openUntil: new Date("2027-01-08T12:00:00Z"),
  restStaysOpen: false,
  waitsForBank: false,
};

export const told: Told = {
  person,
  planName: "Reader",
  status: "trialing",
  price: { amount: 900, currency: "usd", interval: "month" },
  trialEnd: new Date("2027-01-31T12:00:00Z"),
  endsAt: null,
  endedAt: null,
  endReason: null,
  repeatedTrial: null,
  card: { brand: "visa", last4: "4242" },
  withoutCard: "cancel",
  begun: true,
  counted: false,
  paused: false,
};

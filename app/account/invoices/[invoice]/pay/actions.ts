"use server";

import { z } from "zod";
import { begunOf, type PayState, payStateOf } from "@/components/account/paying";
import type { Begun } from "@/components/checkout/message";
import { signInPath } from "@/lib/auth/next-path";
import { currentUser, requireUser } from "@/lib/auth/session";
import { beginInvoicePayment } from "@/lib/billing/invoices/begin-invoice-payment";
import { payInvoice } from "@/lib/billing/invoices/pay-invoice";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "../../../answer";

const invoices = "/account/invoices";
const invoiceId = z.string().max(200).catch("");

/** Pays one of the person's open invoices with the card that pays for their plan. */
export async function pay(input: string, _state: PayState, _form: FormData): Promise<PayState> {
  const invoice = invoiceId.parse(input);
  const { id: userId } = await requireUser(`${invoices}/${invoice}/pay`);
  const said = payStateOf(await orTrouble(() => payInvoice({ userId, invoice })));
  return typeof said === "string" ? answer(said, invoices) : said;
}

/** Begins the payment of one of the person's open invoices with a card that is typed in the page. */
export async function beginPayment(input: string): Promise<Begun> {
  const invoice = invoiceId.parse(input);
  const user = await currentUser();
  if (!user) return { next: "leave", href: signInPath(`${invoices}/${invoice}/pay`) };
  return begunOf(await orTrouble(() => beginInvoicePayment({ userId: user.id, invoice })));
}

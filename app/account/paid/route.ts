import type { NextRequest, NextResponse } from "next/server";
import { keyOf } from "@/components/account/answers";
import { signInPath } from "@/lib/auth/next-path";
import { currentUser } from "@/lib/auth/session";
import { settleInvoicePayment } from "@/lib/billing/invoices/settle-invoice-payment";
import { orTrouble } from "@/lib/billing/trouble";
import { returnTo } from "../return-to";

/** Where Stripe sends the browser after paying an invoice. What it says in the address is only where to look. */
export async function GET({ nextUrl }: NextRequest): Promise<NextResponse> {
  const user = await currentUser();
  if (!user) return returnTo(signInPath(`${nextUrl.pathname}${nextUrl.search}`));
  const clientSecret = nextUrl.searchParams.get("payment_intent_client_secret") ?? "";
  const settled = await orTrouble(() => settleInvoicePayment({ userId: user.id, clientSecret }));
  return returnTo(`/account/invoices?said=${keyOf(settled)}`);
}

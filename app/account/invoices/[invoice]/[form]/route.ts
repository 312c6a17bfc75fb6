import { type NextRequest, NextResponse } from "next/server";
import { signInPath } from "@/lib/auth/next-path";
import { currentUser } from "@/lib/auth/session";
import { ownInvoice } from "@/lib/billing/invoices/own-invoice";
import { orTrouble } from "@/lib/billing/trouble";
import { returnTo } from "../../../return-to";

type Context = RouteContext<"/account/invoices/[invoice]/[form]">;

/**
 * Leads to Stripe's page of an invoice (`page`) or its PDF (`pdf`). Stripe's addresses expire, so they are asked for when
 * somebody wants to go there. https://docs.stripe.com/invoicing/hosted-invoice-page
 */
export async function GET({ nextUrl }: NextRequest, { params }: Context): Promise<Response> {
  const { invoice: id, form } = await params;
  const user = await currentUser();
  if (!user) return returnTo(signInPath(nextUrl.pathname));
  const read = await orTrouble(async () => ({
    outcome: "read" as const,
    seen: await ownInvoice(user.id, id),
  }));
  if (read.outcome === "trouble") return returnTo(`/account/invoices?said=${read.kind}`);
  const invoice = read.seen?.object;
  const addresses = new Map([
    ["page", invoice?.hosted_invoice_url],
    ["pdf", invoice?.invoice_pdf],
  ]);
  const address = addresses.get(form);
  return address
    ? NextResponse.redirect(address, 303)
    : new Response("There is no such invoice.", { status: 404 });
}

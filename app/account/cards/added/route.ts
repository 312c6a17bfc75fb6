import type { NextRequest, NextResponse } from "next/server";
import { keyOf } from "@/components/account/answers";
import { signInPath } from "@/lib/auth/next-path";
import { currentUser } from "@/lib/auth/session";
import { settleCard } from "@/lib/billing/cards/settle-card";
import { orTrouble } from "@/lib/billing/trouble";
import { returnTo } from "../../return-to";

/** Where Stripe sends the browser after saving a card. What it says in the address is only where to look. */
export async function GET({ nextUrl }: NextRequest): Promise<NextResponse> {
  const user = await currentUser();
  if (!user) return returnTo(signInPath(`${nextUrl.pathname}${nextUrl.search}`));
  const clientSecret = nextUrl.searchParams.get("setup_intent_client_secret") ?? "";
  const settled = await orTrouble(() => settleCard({ userId: user.id, clientSecret }));
  // Whose plan waits for a card goes on from where they came.
  const goesOn = settled.outcome === "card_added" && nextUrl.searchParams.get("then") === "go-on";
  return returnTo(`/account/${goesOn ? "go-on" : "cards"}?said=${keyOf(settled)}`);
}

import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { GET } from "@/app/account/invoices/[invoice]/[form]/route";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { aPerson } from "@/test/lib/billing/support/people";
import { useTestDatabase } from "@/test/support/use-database";

const someone = vi.hoisted(() => ({ id: "" }));
vi.mock("@/lib/auth/session", () => ({ currentUser: async () => someone }));
useTestDatabase();
afterEach(() => void vi.restoreAllMocks());

test("with Stripe away, who wants to read an invoice is told so", async () => {
  // A port on which nobody listens.
  process.env.STRIPE_EMULATOR_URL = "http://127.0.0.1:9";
  vi.spyOn(console, "error").mockImplementation(() => {});
  someone.id = await aPerson();
  await db.insert(billingCustomers).values({ userId: someone.id, stripeCustomerId: "cus_1" });
  const request = new NextRequest("http://localhost:3000/account/invoices/in_1/pdf");
  const answer = await GET(request, { params: Promise.resolve({ invoice: "in_1", form: "pdf" }) });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toMatch(/\/account\/invoices\?said=stripe_away$/);
});

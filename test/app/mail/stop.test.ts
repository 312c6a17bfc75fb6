import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { GET, POST } from "@/app/mail/[token]/stop/route";
import { sealChoice } from "@/lib/email/choice-token";
import { refusalsOf } from "@/lib/email/queries/refusals";
import { aPerson } from "@/test/lib/billing/support/people";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();

const oneClick = () => new URLSearchParams({ "List-Unsubscribe": "One-Click" });

function click(token: string, body: BodyInit = oneClick(), method = "POST") {
  const request = new NextRequest(`http://localhost:3000/mail/${token}/stop`, {
    method,
    ...(method === "POST" && { body }),
  });
  const context = { params: Promise.resolve({ token }) };
  return method === "POST" ? POST(request, context) : GET(request, context);
}

test("a mail program's one click is noted without a session, and again changes nothing", async () => {
  const userId = await aPerson();
  const token = sealChoice({ userId, reminder: "trial_ending" });
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  for (const body of [oneClick(), oneClick(), form]) expect((await click(token, body)).status).toBe(200);
  expect(await refusalsOf(userId)).toEqual(["trial_ending"]);
});

test("somebody else's choice can't be guessed or made from one's own link", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  const token = sealChoice({ userId: one, reminder: "trial_ending" });
  for (const forged of [token.replace(one, other), `${other}.trial_ending.x`, other, "%2e%2e"]) {
    expect((await click(forged)).status).toBe(404);
  }
  expect(await refusalsOf(other)).toEqual([]);
});

test("looking at the address changes nothing: it leads to the page", async () => {
  const userId = await aPerson();
  const token = sealChoice({ userId, reminder: "trial_ending" });
  const answer = await click(token, undefined, "GET");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`http://localhost:3000/mail/${token}`);
  expect(await refusalsOf(userId)).toEqual([]);
});

test.each([
  ["nothing", new URLSearchParams()],
  ["another word", new URLSearchParams({ "List-Unsubscribe": "Maybe" })],
  ["what is no form", "{}"],
])("a request that says %s changes nothing", async (_, body) => {
  const userId = await aPerson();
  const answer = await click(sealChoice({ userId, reminder: "trial_ending" }), body);
  expect(answer.status).toBe(400);
  expect(await refusalsOf(userId)).toEqual([]);
});

test("the link of somebody who is gone is no fault", async () => {
  const userId = "00000000-0000-4000-8000-000000000000";
  expect((await click(sealChoice({ userId, reminder: "trial_ending" }))).status).toBe(200);
});

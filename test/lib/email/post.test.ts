import { createElement } from "react";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { inbox } from "@/db/schema/mail";
import { readChoice } from "@/lib/email/choice-token";
import { post } from "@/lib/email/post";
import { listInbox, readInbox } from "@/lib/email/queries/inbox";
import { allow, isRefused, refusalsOf, refuse } from "@/lib/email/queries/refusals";
import { aPerson } from "@/test/lib/billing/support/people";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
beforeEach(() => db.delete(inbox).then(() => {}));

const letter = {
  subject: "Soon",
  preview: "In three days.",
  body: createElement("p", null, "In three days."),
};
const nobody = "00000000-0000-4000-8000-000000000000";

async function received() {
  const mails = await Promise.all((await listInbox()).map(({ id }) => readInbox(id)));
  return mails.flatMap((mail) => mail ?? []);
}

test("what we owe somebody goes out whatever they refuse, and offers no way to refuse it", async () => {
  const id = await aPerson();
  await refuse(id, "trial_ending");
  await post({ key: "one", to: { id, name: "Ada", email: "ada@example.com" }, letter });
  expect(await received()).toMatchObject([{ subject: "Soon", unsubscribe: null }]);
});

test("a reminder carries the links by which its reader has no more of them, each person their own", async () => {
  const id = await aPerson();
  await post({
    ...{ key: "one", to: { id, name: "Ada", email: "ada@example.com" }, letter },
    reminder: "card_expiring",
  });
  const [mail] = await received();
  const [, token = ""] = /\/mail\/([^/]+)\/stop$/.exec(mail?.unsubscribe ?? "") ?? [];
  expect(readChoice(token)).toEqual({ userId: id, reminder: "card_expiring" });
  expect(mail?.text).toContain(`/mail/${token}>`);
  expect(mail?.html).toContain(`/mail/${token}"`);
});

test("a refused reminder isn't sent, others are, and once taken back it is again", async () => {
  const id = await aPerson();
  const other = await aPerson();
  const to = { id, name: "Ada", email: "ada@example.com" };
  await refuse(id, "card_expiring");
  await refuse(id, "card_expiring");
  expect(await refusalsOf(id)).toEqual(["card_expiring"]);
  await post({ key: "one", to, letter, reminder: "card_expiring" });
  expect(await received()).toEqual([]);
  await post({ key: "two", to, letter, reminder: "trial_ending" });
  await post({ key: "three", to: { ...to, id: other }, letter, reminder: "card_expiring" });
  expect(await received()).toHaveLength(2);
  await allow(id, "card_expiring");
  await post({ key: "one", to, letter, reminder: "card_expiring" });
  expect(await received()).toHaveLength(3);
});

test("a refusal of somebody who is gone is no fault", async () => {
  await refuse(nobody, "trial_ending");
  expect(await isRefused(nobody, "trial_ending")).toBe(false);
});

test("a name that fits no header is put in order, and one of nothing gives way to the address", async () => {
  const id = await aPerson();
  await post({
    key: "one",
    to: { id, name: "Ada\r\nBcc: all@example.com", email: "ada@example.com" },
    letter,
  });
  await post({ key: "two", to: { id, name: "\u200b", email: "ada@example.com" }, letter });
  expect((await received()).map(({ recipient }) => recipient).sort()).toEqual([
    "Ada Bcc: all@example.com <ada@example.com>",
    "ada@example.com <ada@example.com>",
  ]);
});

import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { inbox } from "@/db/schema/mail";
import { listInbox, readInbox } from "@/lib/email/queries/inbox";
import { sendMail } from "@/lib/email/send";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
beforeEach(() => db.delete(inbox).then(() => {}));

const mail = {
  key: "greeting.1",
  to: { name: "Ada Reader", address: "ada@example.com" },
  subject: "Good morning",
  text: "Hello",
  html: "<p>Hello</p>",
};

test("without a mail server, mail goes to the inbox", async () => {
  await sendMail(mail);
  const [listed] = await listInbox();
  expect(listed).toMatchObject({ subject: "Good morning", recipient: "Ada Reader <ada@example.com>" });
  expect(await readInbox(listed?.id ?? "")).toMatchObject({
    sender: "Gatehouse <hello@gatehouse.localhost>",
    text: "Hello",
    html: "<p>Hello</p>",
  });
});

test("the same mail sent again is still one, another is another", async () => {
  await sendMail(mail);
  await sendMail({ ...mail, text: "Hello again" });
  await sendMail({ ...mail, key: "greeting.2" });
  expect(await listInbox()).toHaveLength(2);
});

test.each([
  ["a name", { to: { ...mail.to, name: "Ada\r\nBcc: everybody@example.com" } }],
  ["a name", { to: { ...mail.to, name: "Ada\nX-Header: 1" } }],
  ["a name", { to: { ...mail.to, name: "Ada\u2028Bcc: everybody@example.com" } }],
  ["an address", { to: { ...mail.to, address: "ada@example.com\r\nBcc: everybody@example.com" } }],
  ["an address", { to: { ...mail.to, address: "ada@example.com, everybody@example.com" } }],
  ["a subject", { subject: "Good morning\r\n\r\n<script>" }],
  ["a key", { key: "greeting>\r\nBcc: everybody@example.com" }],
])("%s that would put something else into the headers is refused", async (_, changed) => {
  await expect(sendMail({ ...mail, ...changed })).rejects.toThrow();
  expect(await listInbox()).toEqual([]);
});

test("an inbox has no mail of an id that is none", async () => {
  expect(await readInbox("nonsense")).toBeNull();
  expect(await readInbox("00000000-0000-4000-8000-000000000000")).toBeNull();
});

import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listInbox } from "@/lib/email/queries/inbox";
import { sendMail } from "@/lib/email/send";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();

/** A mail server that takes everything, and keeps what it was told. */
let said = "";
const server = createServer((socket) => {
  let inMessage = false;
  socket.write("220 test\r\n");
  socket.on("data", (chunk) => {
    said += chunk.toString();
    if (inMessage && !chunk.toString().endsWith("\r\n.\r\n")) return;
    inMessage = !inMessage && chunk.toString().startsWith("DATA");
    socket.write(inMessage ? "354 go on\r\n" : "250 ok\r\n");
    if (chunk.toString().startsWith("QUIT")) socket.end();
  });
  socket.on("error", () => {});
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Gatehouse <hello@gatehouse.example>";
  process.env.APP_URL = "https://gatehouse.example";
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test("with a mail server named, mail goes there, in text and HTML, under a Message-ID that a repetition shares", async () => {
  const to = { name: "Ada, Reader", address: "ada@example.com" };
  const mail = { key: "greeting.1", to, subject: "Good morning", text: "Hello", html: "<p>Hello</p>" };
  await sendMail(mail);
  await sendMail(mail);
  expect(said).toContain("MAIL FROM:<hello@gatehouse.example>");
  expect(said.match(/RCPT TO:<ada@example.com>/g)).toHaveLength(2);
  expect(said.match(/Message-ID: <greeting\.1@gatehouse\.example>/g)).toHaveLength(2);
  expect(said).toContain('To: "Ada, Reader" <ada@example.com>');
  expect(said).toContain("Content-Type: text/plain");
  expect(said).toContain("<p>Hello</p>");
  expect(await listInbox()).toEqual([]);
});

test("what people may do without carries the headers of a single click, anything else doesn't", async () => {
  said = "";
  const to = { name: "Ada", address: "ada@example.com" };
  const mail = { key: "reminder.1", to, subject: "Soon", text: "Soon", html: "<p>Soon</p>" };
  await sendMail(mail);
  expect(said).not.toContain("List-Unsubscribe");
  await sendMail({ ...mail, unsubscribe: "https://gatehouse.example/mail/token/stop" });
  expect(said).toContain("List-Unsubscribe: <https://gatehouse.example/mail/token/stop>\r\n");
  expect(said).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  await expect(sendMail({ ...mail, unsubscribe: "javascript:alert(1)" })).rejects.toThrow();
});

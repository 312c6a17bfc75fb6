import { expect, test } from "vitest";
import { Action, Paragraph, To } from "@/lib/email/parts";
import { renderLetter } from "@/lib/email/render";

const letter = {
  subject: "Your plan",
  preview: "What it is about.",
  body: (
    <>
      <Paragraph>
        First, <To href="https://gatehouse.example/account?a=1&b=2">your account</To>.
      </Paragraph>
      <Action href="https://gatehouse.example/pay">Pay $19.00</Action>
    </>
  ),
};
const around = { name: "Ada", appUrl: "https://gatehouse.example", choices: null };

test("the text says what the HTML says, with every address whole, and nothing of its looks", async () => {
  const { text } = await renderLetter(letter, around);
  expect(text).toBe(
    [
      "Hello Ada,",
      "First, your account <https://gatehouse.example/account?a=1&b=2>.",
      "Pay $19.00 <https://gatehouse.example/pay>",
      "Gatehouse",
      "----------------------------------------",
      "You get this mail because an account at Gatehouse <https://gatehouse.example> has your address.",
    ].join("\n\n"),
  );
});

test("a list of mails shows what it is about, and a dark screen stays dark", async () => {
  const { html } = await renderLetter(letter, around);
  expect(html.indexOf("What it is about.")).toBeLessThan(html.indexOf("Hello Ada"));
  expect(html).toContain("prefers-color-scheme: dark");
  expect(html).toContain('<html dir="ltr" lang="en">');
});

test("nothing is fetched when a mail is read", async () => {
  const { html } = await renderLetter(letter, around);
  expect(html).not.toMatch(/<img|<link|@import|url\(|<script/);
});

test("a reminder tells where it is refused", async () => {
  const choices = "https://gatehouse.example/mail/token";
  const { html, text } = await renderLetter(letter, { ...around, choices });
  expect(text).toContain(`choose what we write to you <${choices}>`);
  expect(html).toContain(`href="${choices}"`);
});

test("a name is text, whatever it looks like", async () => {
  const { html, text } = await renderLetter(letter, { ...around, name: `<img src=x onerror="steal()">&'` });
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;steal()&quot;&gt;&amp;");
  expect(text).toContain(`Hello <img src=x onerror="steal()">&',`);
});

import { type Html, html } from "@/lib/email/html";
import type { Mail } from "@/lib/email/mail";
import { formatMoney } from "@/lib/money";
import type { Interval } from "../config";
import type { Purchase } from "../queries/purchase";

const every: Record<Interval, string> = { month: "every month", year: "every year" };

/**
 * The mail that follows a first payment: what was bought and for how much, what happens next and when, and where to
 * look after it.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function purchaseConfirmation(
  purchase: Purchase,
  appUrl: string,
): Pick<Mail, "subject" | "text" | "html"> {
  const { buyer, planName, invoiceUrl } = purchase;
  const account = `${appUrl}/account`;
  const said = [paid(purchase), next(purchase)];
  const links = [
    { label: "Your account, where you can also cancel", url: account },
    ...(invoiceUrl ? [{ label: "Your invoice", url: invoiceUrl }] : []),
  ];
  return {
    subject: `Your ${planName} plan has begun`,
    text: [
      `Hello ${buyer.name},`,
      ...said,
      ...links.map(({ label, url }) => `${label}:\n${url}`),
      "Gatehouse",
    ].join("\n\n"),
    html: page([
      html`<p>Hello ${buyer.name},</p>`,
      ...said.map((sentence) => html`<p>${sentence}</p>`),
      ...links.map(({ label, url }) => html`<p><a href="${url}" style="color:#1f5c45">${label}</a></p>`),
      html`<p>Gatehouse</p>`,
    ]),
  };
}

function paid({ planName, amount, currency, invoiceNumber }: Purchase): string {
  const thanks = `Thank you. You are on ${planName} from now on.`;
  if (amount === 0) return `${thanks} Nothing was charged today.`;
  const invoice = invoiceNumber ? `, invoice ${invoiceNumber}` : "";
  return `${thanks} You paid ${formatMoney(amount, currency)}${invoice}.`;
}

function next({ periodEnd, interval }: Purchase): string {
  const date = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(periodEnd);
  if (!interval) return `Your plan is paid for until ${date}.`;
  return `It renews on ${date} and ${every[interval]} after that, until you cancel. If you cancel, it stays open to the end of what you have paid for.`;
}

function page(paragraphs: readonly Html[]): string {
  const style = "max-width:34rem;margin:2rem auto;padding:0 1rem;font:17px/1.6 sans-serif;color:#1c1b18";
  const body = paragraphs.reduce((all, one) => html`${all}${one}`);
  return html`<!doctype html><html lang="en"><body><div style="${style}">${body}</div></body></html>`.html;
}

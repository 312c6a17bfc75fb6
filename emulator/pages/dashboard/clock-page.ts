import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import { numberAt, textAt } from "../json";
import type { Page } from "../page";
import { address } from "./address";
import { moment } from "./cells";
import { type Note, noteLine } from "./forms";
import { JOB_WORDS } from "./job-words";
import { accountPage } from "./layout";
import { sectionOf } from "./section-of";

const HOUR = 3_600;
const DAY = 86_400;

/** Seconds from a moment to the same day and time of the next month, or that month's last day. */
export function secondsToNextMonth(seconds: number): number {
  const now = new Date(seconds * 1_000);
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth() + 1;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const next = new Date(now);
  next.setUTCFullYear(year, month, Math.min(now.getUTCDate(), last));
  return Math.round((next.getTime() - now.getTime()) / 1_000);
}

function nextThing(account: string, next: Json): Html {
  const subject = textAt(next, "subject");
  const section = sectionOf(subject);
  const name = textAt(next, "job");
  const about =
    section === null
      ? html`<code>${subject}</code>`
      : html`<a href="${address(account, section, subject)}"><code>${subject}</code></a>`;
  return html`<p>${JOB_WORDS[name] ?? name}: ${about}, ${moment("at")(next, account)}</p>
<form method="post" action="${address(account, "clock", "-", "next")}"><button>Go there</button></form>`;
}

function ahead(offset: number): string {
  if (offset === 0) return "As the machine's clock.";
  const days = Math.floor(offset / DAY);
  const hours = Math.floor((offset % DAY) / HOUR);
  return `${days} days and ${hours} hours ahead of the machine's clock.`;
}

/** The account's time, what happens next by itself, and ways to go on to later. */
export async function clockPage(backend: Backend, account: string, note: Note | null): Promise<Page> {
  const answer = await backend.call(account, "GET", "/_emulator/clock");
  const clock = answer.ok ? answer.object : {};
  const now = numberAt(clock, "now");
  const steps = [
    ["An hour", HOUR],
    ["A day", DAY],
    ["A week", 7 * DAY],
    ["A month", secondsToNextMonth(now)],
  ] as const;
  const buttons = steps.map(
    ([words, seconds]) => html`<button name="seconds" value="${seconds}">${words}</button>`,
  );
  const next = clock.next;
  const content = html`${noteLine(note)}
<dl><div><dt>Now, in UTC</dt><dd>${moment("now")(clock, account)}</dd></div><div><dt>Moved by hand</dt><dd>${ahead(numberAt(clock, "offset"))}</dd></div></dl>
<h2>Next</h2>
${typeof next === "object" && next !== null ? nextThing(account, { ...next }) : html`<p class="empty">Nothing is planned.</p>`}
<h2>Go forward by</h2>
<form class="steps" method="post" action="${address(account, "clock", "-", "advance")}">${buttons}</form>
<p class="empty">Everything that is due on the way happens at its own time, in its order, with its events. Time doesn't go back: a snapshot does.</p>`;
  return accountPage({ account, accounts: backend.accounts(), section: "clock", title: "Clock" }, content);
}

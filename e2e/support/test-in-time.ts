import type { Application } from "./application";
import { test as base } from "./test";

/**
 * `test` for stories in which days go by: `pass` moves the clock of Stripe's stand-in, with all that is due on the way, and has
 * every event delivered. Time passes for everybody of an account, so such stories have workers, and with them
 * applications and accounts, apart from all others.
 */
export const test = base.extend<object, { pass: (days: number) => Promise<void>; alone: string }>({
  // A story that begins by our clock names itself here: it has a worker in which no other has moved Stripe's.
  alone: ["", { scope: "worker", option: true }],
  pass: [({ app }, use) => use((days) => letTimePass(app, days)), { scope: "worker" }],
});

async function letTimePass({ account }: Application, days: number): Promise<void> {
  const answer = await fetch(`${account.origin}/_emulator/clock/advance`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.secretKey}`, "content-type": "application/json" },
    body: JSON.stringify({ seconds: days * 86_400 }),
  });
  if (!answer.ok) throw new Error(`the stand-in's clock could not be moved: ${await answer.text()}`);
  await account.deliver();
}

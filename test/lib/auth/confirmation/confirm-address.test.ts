import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { inbox } from "@/db/schema/mail";
import { askAgain } from "@/lib/auth/confirmation/ask";
import { confirmAddress, stateOfLink } from "@/lib/auth/confirmation/confirm-address";
import { addressConfirmationJob } from "@/lib/auth/confirmation/job";
import { sealConfirmation } from "@/lib/auth/confirmation/link";
import { env } from "@/lib/env";
import { useTestDatabase } from "@/test/support/use-database";
import { signedUp, somebody } from "../accounts";

useTestDatabase();
afterEach(() => void vi.useRealTimers());

async function account() {
  const person = somebody();
  return { ...(await signedUp(person)), email: person.email };
}

const until = () => Math.floor(Date.now() / 1000) + 3600;
const verifiedAt = async (id: string) =>
  (await db.select({ at: users.emailVerifiedAt }).from(users).where(eq(users.id, id)))[0]?.at;

/** The mails about confirming that wait in the queue for a person. */
async function asked(id: string): Promise<{ user: string; asked: string; next: string | null }[]> {
  const rows = await db.$client.unsafe(`
    select payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks task on task.id = job.task_id where identifier = 'address-confirmation'`);
  return rows.map(({ payload }) => payload).filter(({ user }) => user === id);
}

const run = (payload: unknown) =>
  addressConfirmationJob.run(payload, { attempt: 1, signal: AbortSignal.any([]) });

test("signing up asks for the mail; its link confirms the address, once, and says so ever after", async () => {
  const { id, email } = await account();
  const [mail, ...more] = await asked(id);
  expect(more).toEqual([]);
  await run(mail);
  const [sent] = await db
    .select()
    .from(inbox)
    .where(eq(inbox.recipient, `Ada Reader <${email}>`));
  expect(sent?.subject).toBe("Confirm your e-mail address");
  const [, token = ""] = sent?.text.match(/\/confirm\/([\w.-]+)/) ?? [];
  expect(sent?.text).toContain(`Confirm my address <${env().APP_URL}/confirm/${token}>`);
  expect(await verifiedAt(id)).toBeNull();
  expect(await stateOfLink(token)).toMatchObject({ state: "open", email });
  expect(await verifiedAt(id)).toBeNull();
  const all = await Promise.all([1, 2, 3].map(() => confirmAddress(token)));
  expect(all.map(({ state }) => state)).toEqual(["confirmed", "confirmed", "confirmed"]);
  const first = await verifiedAt(id);
  expect(first).toBeInstanceOf(Date);
  expect(await confirmAddress(token)).toMatchObject({ state: "confirmed" });
  expect(await verifiedAt(id)).toEqual(first);
});

test("a link is good for its time and no longer, and one of a changed address for nothing", async () => {
  const { id, email } = await account();
  const late = sealConfirmation({ userId: id, email }, Math.floor(Date.now() / 1000) - 1);
  expect(await confirmAddress(late)).toEqual({ state: "expired" });
  const old = sealConfirmation({ userId: id, email: "before@example.com" }, until());
  expect(await confirmAddress(old)).toEqual({ state: "unknown" });
  expect(await confirmAddress(`00000000-0000-4000-8000-000000000000.${until()}.x`)).toEqual({
    state: "unknown",
  });
  expect(await verifiedAt(id)).toBeNull();
});

test("the mail is sent again for who asks, once a minute, a few times an hour, and not when there is nothing to confirm", async () => {
  const { id, email } = await account();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-05T12:00:10Z") });
  const again = (confirmed = false) => askAgain({ id, confirmed }, "/checkout?price=team_monthly");
  await Promise.all([again(), again()]);
  expect((await asked(id)).filter(({ next }) => next === "/checkout?price=team_monthly")).toHaveLength(1);
  for (let times = 0; times < 3; times++) expect(await again()).toEqual({ ok: true, sent: true });
  expect(await again()).toMatchObject({ ok: false, reason: "throttled" });
  expect(await again(true)).toEqual({ ok: true, sent: false });

  await confirmAddress(sealConfirmation({ userId: id, email }, until()));
  for (const mail of await asked(id)) await run(mail);
  expect(
    await db
      .select()
      .from(inbox)
      .where(eq(inbox.recipient, `Ada Reader <${email}>`)),
  ).toEqual([]);
});

test("the link leads on to where the person was going", async () => {
  const { id, email } = await account();
  await run({ user: id, asked: "1", next: "/checkout?price=team_monthly" });
  const [sent] = await db
    .select()
    .from(inbox)
    .where(eq(inbox.recipient, `Ada Reader <${email}>`));
  expect(sent?.text).toContain("?next=%2Fcheckout%3Fprice%3Dteam_monthly>");
});

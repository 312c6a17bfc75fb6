import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { inbox } from "@/db/schema/mail";
import { apiKeys } from "@/db/schema/usage";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { sealConfirmation } from "@/lib/auth/confirmation/link";
import { askForNewPassword } from "@/lib/auth/new-password/ask";
import { passwordChangedJob } from "@/lib/auth/new-password/changed-job";
import { chooseNewPassword, stateOfLink } from "@/lib/auth/new-password/choose";
import { newPasswordJob } from "@/lib/auth/new-password/job";
import { sealNewPassword } from "@/lib/auth/new-password/link";
import { readSession, sealSession } from "@/lib/auth/token";
import { env } from "@/lib/env";
import { useTestDatabase } from "@/test/support/use-database";
import { signedUp, someAddress, somebody } from "../accounts";

useTestDatabase();
afterEach(() => void vi.useRealTimers());

const chosen = "four other quiet words";
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

async function account() {
  const person = somebody();
  const owner = await signedUp(person);
  return { ...person, owner, link: sealNewPassword({ ...owner, email: person.email }, inAnHour()) };
}

/** What waits in the queue of a job. */
async function waiting({ name }: { name: string }): Promise<Record<string, unknown>[]> {
  const rows = await db.$client.unsafe(
    `select payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks task on task.id = job.task_id where identifier = $1`,
    [name],
  );
  return rows.map(({ payload }) => payload);
}

const fits = async ({ email }: { email: string }, password: string) =>
  (await checkCredentials({ email, password }, someAddress())).ok;

const mailsTo = (email: string) =>
  db
    .select()
    .from(inbox)
    .where(eq(inbox.recipient, `Ada Reader <${email}>`));

const attempt = { attempt: 1, signal: AbortSignal.any([]) };

test("who has forgotten their password gets a link, and by it a new password, which ends all sessions and is told of", async () => {
  const person = await account();
  const before = await sealSession(person.owner);
  await askForNewPassword(person.email, someAddress(), "/checkout?price=team_monthly");
  const [asked] = (await waiting(newPasswordJob)).filter(({ email }) => email === person.email);
  await newPasswordJob.run(asked, attempt);
  const [sent] = await mailsTo(person.email);
  const [address = "", token = ""] = sent?.text.match(/http\S+\/new-password\/([\w.-]+)[^>]*/) ?? [];
  expect(address).toBe(`${env().APP_URL}/new-password/${token}?next=%2Fcheckout%3Fprice%3Dteam_monthly`);

  expect(await stateOfLink(token)).toMatchObject({ state: "open", owner: { email: person.email } });
  expect(await fits(person, person.password)).toBe(true);
  const done = await chooseNewPassword(token, chosen);
  if (!done.ok) throw new Error("refused");
  expect([await fits(person, person.password), await fits(person, chosen)]).toEqual([false, true]);
  expect(await readSession(before)).toBeNull();
  expect(await readSession(await sealSession(done.owner))).toMatchObject({ user: { email: person.email } });

  const [change] = (await waiting(passwordChangedJob)).filter(({ user }) => user === person.owner.id);
  await passwordChangedJob.run(change, attempt);
  expect((await mailsTo(person.email)).map(({ subject }) => subject).toSorted()).toEqual([
    "Choose a new password",
    "Your password was changed",
  ]);
});

test("a link works once, from however many tabs, and none that was sent before it does any more", async () => {
  const { owner, email, link } = await account();
  const older = sealNewPassword({ ...owner, email }, inAnHour() - 60);
  const all = await Promise.all([1, 2, 3].map((tab) => chooseNewPassword(link, `${chosen} ${tab}`)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  const made = all.findIndex(({ ok }) => ok) + 1;
  for (const used of [link, older]) {
    expect(await chooseNewPassword(used, "of a thief's own")).toEqual({ ok: false, reason: "link" });
    expect(await stateOfLink(used)).toEqual({ state: "unknown" });
  }
  expect(await fits({ email }, `${chosen} ${made}`)).toBe(true);
  expect((await waiting(passwordChangedJob)).filter(({ user }) => user === owner.id)).toHaveLength(1);
});

test("a link is good for its time, its account and its address, and no other kind of link is one", async () => {
  const { owner, email, password, link } = await account();
  const other = await account();
  const late = sealNewPassword({ ...owner, email }, Math.floor(Date.now() / 1000) - 1);
  expect(await stateOfLink(late)).toEqual({ state: "expired" });
  for (const forged of [
    "",
    late,
    link.replace(owner.id, other.owner.id),
    link.slice(0, -1),
    `${link}.more`,
    sealConfirmation({ userId: owner.id, email }, inAnHour()),
    sealNewPassword({ ...owner, email: "before@example.com" }, inAnHour()),
    sealNewPassword({ id: crypto.randomUUID(), sessionVersion: 1, email }, inAnHour()),
  ]) {
    expect(await chooseNewPassword(forged, chosen), forged).toEqual({ ok: false, reason: "link" });
  }
  expect([await fits({ email }, password), await fits(other, other.password)]).toEqual([true, true]);
});

test("signing out everywhere ends a link that is on its way", async () => {
  const { owner, link } = await account();
  await db.update(users).set({ sessionVersion: 2 }).where(eq(users.id, owner.id));
  expect(await stateOfLink(link)).toEqual({ state: "unknown" });
});

test("asking is answered the same for an e-mail nobody has, which is written to by nobody", async () => {
  const { email } = somebody();
  expect(await askForNewPassword(email, someAddress())).toEqual({ ok: true });
  const [asked] = (await waiting(newPasswordJob)).filter((one) => one.email === email);
  await newPasswordJob.run(asked, attempt);
  expect(await mailsTo(email)).toEqual([]);
});

test("one address is written to once a minute and five times an hour, whoever asks; one place asks thirty times", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-05T12:00:10Z") });
  const { email } = somebody();
  await Promise.all([1, 2].map(() => askForNewPassword(email, someAddress())));
  expect((await waiting(newPasswordJob)).filter((one) => one.email === email)).toHaveLength(1);
  for (let times = 0; times < 3; times++) await askForNewPassword(email, someAddress());
  expect(await askForNewPassword(email, someAddress())).toMatchObject({ ok: false, reason: "throttled" });
  const place = someAddress();
  for (let times = 0; times < 30; times++) await askForNewPassword(somebody().email, place);
  expect(await askForNewPassword(somebody().email, place)).toMatchObject({ reason: "throttled" });
});

test("keys that somebody made for an address that isn't confirmed end when its owner takes the account over, others don't", async () => {
  const [taken, own] = [await account(), await account()];
  await db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, own.owner.id));
  for (const { owner } of [taken, own])
    await db.insert(apiKeys).values({ userId: owner.id, name: "Laptop", prefix: "gh_", hash: owner.id });
  const ended = async (userId: string) =>
    (await db.select().from(apiKeys).where(eq(apiKeys.userId, userId))).map((key) => key.revokedAt !== null);
  for (const { link } of [taken, own])
    expect(await chooseNewPassword(link, chosen)).toMatchObject({ ok: true });
  expect([await ended(taken.owner.id), await ended(own.owner.id)]).toEqual([[true], [false]]);
});

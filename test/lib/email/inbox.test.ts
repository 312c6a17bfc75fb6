import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://gatehouse:secret@db.internal:5432/gatehouse",
  APP_URL: "https://gatehouse.example",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  STRIPE_SECRET_KEY: "sk_live_51Hxyz",
  STRIPE_PUBLISHABLE_KEY: "pk_live_51Hxyz",
  STRIPE_WEBHOOK_SECRET: "whsec_abc123",
  MAIL_FROM: "Gatehouse <hello@gatehouse.example>",
};

/** Whether the inbox is open to everybody with this environment. */
async function isOpen(environment: Record<string, string>): Promise<boolean> {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { isInboxOpen } = await import("@/lib/email/inbox");
  return isInboxOpen();
}

test("nobody reads other people's mail in production", async () => {
  expect(await isOpen(production)).toBe(false);
});

test("the inbox is open in a demo, and in development", async () => {
  expect(await isOpen({ ...production, GATEHOUSE_DEMO: "1" })).toBe(true);
  vi.unstubAllEnvs();
  vi.resetModules();
  expect(await isOpen({ NODE_ENV: "development" })).toBe(true);
});

/** What a start with this environment says about mail. */
async function saidAtStart(environment: Record<string, string>): Promise<unknown[]> {
  vi.unstubAllEnvs();
  vi.resetModules();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { warnOfUnsentMail } = await import("@/lib/email/warn-unsent");
  warnOfUnsentMail();
  const said = warn.mock.calls.flat();
  warn.mockRestore();
  return said;
}

test("a start in production without a mail server says that mail reaches nobody", async () => {
  expect(await saidAtStart(production)).toEqual([expect.stringContaining("SMTP_URL is not set")]);
  for (const other of [{ SMTP_URL: "smtp://mail.example" }, { GATEHOUSE_DEMO: "1" }]) {
    expect(await saidAtStart({ ...production, ...other })).toEqual([]);
  }
  expect(await saidAtStart({ NODE_ENV: "development" })).toEqual([]);
});

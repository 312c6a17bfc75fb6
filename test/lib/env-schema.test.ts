import { expect, test } from "vitest";
import { standInDefaults } from "@/lib/env-defaults";
import { EnvironmentError, parseEnv } from "@/lib/env-schema";

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

function problemsOf(source: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

const named = (source: Record<string, string | undefined>) =>
  problemsOf(source).map((line) => line.split(" ")[0]);

test("development needs nothing set, and gets the stand-in", () => {
  expect(parseEnv({})).toMatchObject({
    APP_URL: "http://localhost:3000",
    STRIPE_SECRET_KEY: "sk_test_gatehouse",
    STRIPE_WEBHOOK_SECRET: ["whsec_gatehouse_development"],
    STRIPE_EMULATOR_URL: "http://localhost:12111",
    GATEHOUSE_DEMO: false,
  });
});

test("an empty variable counts as unset", () => {
  expect(parseEnv({ STRIPE_SECRET_KEY: "", APP_URL: " " }).APP_URL).toBe("http://localhost:3000");
});

test("an address is its origin, however it is written; one with a path, which no link of ours would lead to, is refused", () => {
  const read = (address: string) => parseEnv({ APP_URL: address }).APP_URL;
  expect(read("HTTPS://Gatehouse.Example:443//")).toBe("https://gatehouse.example");
  expect(problemsOf({ APP_URL: "https://gatehouse.example/shop" })).toEqual([
    "APP_URL must be the address people open, such as https://example.com, without a path",
  ]);
});

test("with a Stripe key given, the stand-in's other keys are no longer filled in", () => {
  expect(named({ STRIPE_SECRET_KEY: "sk_test_51Hxyz" })).toEqual([
    "STRIPE_PUBLISHABLE_KEY",
    "STRIPE_WEBHOOK_SECRET",
  ]);
  const real = parseEnv({
    STRIPE_SECRET_KEY: "sk_test_51Hxyz",
    STRIPE_PUBLISHABLE_KEY: "pk_test_51Hxyz",
    STRIPE_WEBHOOK_SECRET: "whsec_abc",
  });
  expect(real.STRIPE_EMULATOR_URL).toBeUndefined();
});

test("the application runs its worker unless it is told not to", () => {
  expect(parseEnv({}).WORKER).toBe("on");
  expect(parseEnv({ WORKER: "off" }).WORKER).toBe("off");
  expect(named({ WORKER: "no" })).toEqual(["WORKER"]);
});

test("a complete production environment is read", () => {
  expect(parseEnv(production)).toMatchObject({ APP_URL: "https://gatehouse.example", GATEHOUSE_DEMO: false });
});

test("production names every missing variable in one message", () => {
  expect(named({ NODE_ENV: "production" })).toEqual(
    Object.keys(production).filter((name) => name !== "NODE_ENV"),
  );
  expect(() => parseEnv({ NODE_ENV: "production" })).toThrow(
    /DATABASE_URL is missing.*\n.*APP_URL is missing/,
  );
});

test("every malformed variable is named beside the missing ones", () => {
  const source = {
    ...production,
    DATABASE_URL: "mysql://x",
    AUTH_SECRET: "short",
    MAIL_FROM: undefined,
    SMTP_URL: "mail.example",
  };
  expect(named(source)).toEqual(["DATABASE_URL", "AUTH_SECRET", "SMTP_URL", "MAIL_FROM"]);
});

test("production refuses every secret that anyone can read, and a stand-in", () => {
  const defaults = parseEnv({});
  const source = { ...production, ...standInDefaults, AUTH_SECRET: defaults.AUTH_SECRET };
  expect(named(source)).toEqual([
    "AUTH_SECRET",
    "STRIPE_SECRET_KEY",
    "STRIPE_PUBLISHABLE_KEY",
    "STRIPE_WEBHOOK_SECRET",
    "STRIPE_EMULATOR_URL",
  ]);
});

test("a default webhook secret hidden among others is refused in production", () => {
  const source = {
    ...production,
    STRIPE_WEBHOOK_SECRET: `whsec_abc, ${standInDefaults.STRIPE_WEBHOOK_SECRET}`,
  };
  expect(named(source)).toEqual(["STRIPE_WEBHOOK_SECRET"]);
});

test("a demo may run in production on the defaults", () => {
  const demo = parseEnv({ NODE_ENV: "production", GATEHOUSE_DEMO: "1" });
  expect(demo).toMatchObject({ GATEHOUSE_DEMO: true, STRIPE_EMULATOR_URL: "http://localhost:12111" });
});

test("several webhook secrets are a list, and one that is malformed spoils it", () => {
  const several = { ...production, STRIPE_WEBHOOK_SECRET: "whsec_new, whsec_old" };
  expect(parseEnv(several).STRIPE_WEBHOOK_SECRET).toEqual(["whsec_new", "whsec_old"]);
  expect(named({ ...production, STRIPE_WEBHOOK_SECRET: "whsec_new,oops" })).toEqual([
    "STRIPE_WEBHOOK_SECRET",
  ]);
});

test("keys of different modes are refused together", () => {
  expect(named({ ...production, STRIPE_PUBLISHABLE_KEY: "pk_test_51Hxyz" })).toEqual([
    "STRIPE_PUBLISHABLE_KEY",
  ]);
});

test("a live key is never sent to a stand-in, not even in a demo", () => {
  const source = { ...production, GATEHOUSE_DEMO: "1", STRIPE_EMULATOR_URL: "http://localhost:12111" };
  expect(named(source)).toEqual(["STRIPE_EMULATOR_URL"]);
});

test("the message never repeats a secret", () => {
  const message = problemsOf({
    ...production,
    STRIPE_SECRET_KEY: "not-a-key-but-secret",
    AUTH_SECRET: "hush",
  }).join();
  expect(message).not.toMatch(/not-a-key-but-secret|hush/);
});

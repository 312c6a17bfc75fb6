import { z } from "zod";
import { developmentDefaults, standInDefaults } from "./env-defaults";

type Source = Readonly<Record<string, string | undefined>>;

const required = (what: string) =>
  z.string({ error: (issue) => (issue.input === undefined ? `is missing: ${what}` : `must be ${what}`) });

const url = (protocol: RegExp, what: string) =>
  required(what).refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), {
    error: `must be ${what}`,
  });

const like = (pattern: RegExp, what: string) => required(what).regex(pattern, { error: `must be ${what}` });

const origin = (what: string) =>
  url(/^https?:$/, what)
    .refine((text) => !URL.canParse(text) || isOrigin(new URL(text)), {
      error: `must be ${what}, without a path`,
    })
    .transform((text) => new URL(text).origin);

function isOrigin({ pathname, search, hash }: URL): boolean {
  return /^\/*$/.test(pathname) && search === "" && hash === "";
}

/** What DATABASE_URL may be. */
export const databaseUrl = url(
  /^postgres(ql)?:$/,
  "a PostgreSQL address such as postgres://user:password@host:5432/name",
);

/** What PORT may be. */
export const portNumber = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: "must be a number from 1 to 65535",
  });

const schema = z.object({
  DATABASE_URL: databaseUrl,
  PORT: portNumber.optional(),
  APP_URL: origin("the address people open, such as https://example.com"),
  AUTH_SECRET: required("a random text of 32 characters or more").min(32, {
    error: "must have 32 characters or more; make one with: openssl rand -base64 32",
  }),
  STRIPE_SECRET_KEY: like(/^(sk|rk)_(test|live)_\w+$/, "a Stripe secret key (sk_… or rk_…)"),
  STRIPE_PUBLISHABLE_KEY: like(/^pk_(test|live)_\w+$/, "a Stripe publishable key (pk_…)"),
  STRIPE_WEBHOOK_SECRET: required(
    "a webhook signing secret (whsec_…; on your own machine `stripe listen` prints it), or several with commas between",
  )
    .transform((text) => text.split(",").map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => /^whsec_\w+$/.test(secret)), {
      error: "must be a webhook signing secret (whsec_…), or several with commas between",
    }),
  STRIPE_EMULATOR_URL: origin("the stand-in's address, such as http://localhost:12111").optional(),
  GATEHOUSE_DEMO: z
    .enum(["0", "1"], { error: "must be 1 (or 0, or unset)" })
    .default("0")
    .transform((text) => text === "1"),
  WORKER: z.enum(["on", "off"], { error: "must be off (or on, or unset)" }).default("on"),
  SMTP_URL: url(/^smtps?:$/, "a mail server's address such as smtp://user:password@host:587").optional(),
  CONFIRMATION_HOURS: z.coerce
    .number({ error: "must be a number of hours, such as 24" })
    .int({ error: "must be a whole number of hours" })
    .min(1, { error: "must be 1 or more" })
    .max(720, { error: "must be 720 or less" })
    .default(24),
  MAIL_FROM: required("the sender of our mail, such as Gatehouse <hello@example.com>").includes("@", {
    error: "must hold an e-mail address",
  }),
});

/** The environment as the application reads it: checked, defaults filled in, lists split. */
export type Env = z.output<typeof schema>;

/** Every fault of an environment at once, one line for each variable. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
  constructor(readonly problems: readonly string[]) {
    super(
      `The environment is not usable:\n${problems.map((line) => `  ${line}`).join("\n")}\n.env.example explains each variable.`,
    );
  }
}

/**
 * Reads the environment: an empty variable counts as unset; outside production, and in a demo, unset ones
 * have working defaults.
 *
 * @param source usually `process.env`
 * @throws EnvironmentError naming every variable that is missing, malformed or not allowed in production
 */
export function parseEnv(source: Source): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const strict = given.NODE_ENV === "production" && given.GATEHOUSE_DEMO !== "1";
  const filled = strict ? given : withDefaults(given);
  const result = schema.safeParse(filled);
  const problems = [
    ...(result.error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ?? []),
    ...modeProblems(filled),
    ...(strict ? productionProblems(given) : []),
  ];
  if (!result.success || problems.length > 0) throw new EnvironmentError(problems);
  return result.data;
}

/** The stand-in's keys come as a set: as soon as a secret key is given, the others must be its own. */
function withDefaults(given: Source): Source {
  return { ...developmentDefaults, ...(given.STRIPE_SECRET_KEY ? {} : standInDefaults), ...given };
}

function modeProblems({ STRIPE_SECRET_KEY: secret, STRIPE_PUBLISHABLE_KEY: publishable, ...rest }: Source) {
  const problems = [];
  const mode = (key: string) => key.split("_")[1];
  if (secret && publishable && mode(secret) !== mode(publishable)) {
    problems.push("STRIPE_PUBLISHABLE_KEY must be of the same mode (test or live) as STRIPE_SECRET_KEY");
  }
  if (secret && rest.STRIPE_EMULATOR_URL && mode(secret) === "live") {
    problems.push("STRIPE_EMULATOR_URL must be unset with a live key: a stand-in must never be sent one");
  }
  return problems;
}

function productionProblems(given: Source) {
  const publicKnowledge = { AUTH_SECRET: developmentDefaults.AUTH_SECRET, ...standInDefaults };
  const problems = Object.entries(publicKnowledge)
    .filter(([name, value]) => name !== "STRIPE_EMULATOR_URL" && given[name]?.includes(value))
    .map(([name]) => `${name} is the development default, which anyone can read; set one of your own`);
  if (given.STRIPE_EMULATOR_URL) {
    problems.push("STRIPE_EMULATOR_URL must be unset in production (GATEHOUSE_DEMO=1 allows it for a demo)");
  }
  return problems;
}

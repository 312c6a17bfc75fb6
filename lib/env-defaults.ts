/**
 * What development and the demo run with when nothing is set: the stand-in's own keys and a secret that is
 * public knowledge. Production refuses every one of the secrets (see `env-schema.ts`).
 */
export const developmentDefaults = {
  DATABASE_URL: "postgres://postgres@127.0.0.1:54339/gatehouse",
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "gatehouse-development-secret-never-for-production",
  MAIL_FROM: "Gatehouse <hello@gatehouse.localhost>",
} as const;

/** Used together, and only while STRIPE_SECRET_KEY is unset: account "gatehouse" of the stand-in. */
export const standInDefaults = {
  STRIPE_SECRET_KEY: "sk_test_gatehouse",
  STRIPE_PUBLISHABLE_KEY: "pk_test_gatehouse",
  STRIPE_WEBHOOK_SECRET: "whsec_gatehouse_development",
  STRIPE_EMULATOR_URL: "http://localhost:12111",
} as const;

import type { Environment, Settings } from "./settings";

/** Prints the one block a developer needs: where everything is, and how to pay. */
export function announce({ origin, standIn, notes }: Settings, env: Environment): void {
  const stripe = standIn
    ? [
        `  Stripe      ${standIn.origin}  (a stand-in; this is its dashboard)`,
        "  Test card   4242 4242 4242 4242, any future date, any three digits",
      ]
    : stripeLines(origin, env);
  const lines = [
    "  Gatehouse is ready.",
    "",
    `  Open        ${origin}`,
    ...stripe,
    ...mailLines(origin, env),
    `  Database    ${withoutPassword(env.DATABASE_URL)}`,
    "",
    ...notes.map((note) => `  ${note}`),
    "  Ctrl-C stops all of it; what was stored stays.",
  ];
  console.log(`\n${lines.join("\n")}\n`);
}

function mailLines(origin: string, { SMTP_URL, NODE_ENV, GATEHOUSE_DEMO }: Environment): string[] {
  if (SMTP_URL || (NODE_ENV === "production" && GATEHOUSE_DEMO !== "1")) return [];
  return [`  Mail        ${origin}/dev/inbox`];
}

function stripeLines(origin: string, env: Environment): string[] {
  if (env.STRIPE_EMULATOR_URL)
    return [`  Stripe      ${env.STRIPE_EMULATOR_URL}  (a stand-in run elsewhere)`];
  const dashboard = "  Stripe      https://dashboard.stripe.com";
  if (env.NODE_ENV === "production") return [dashboard];
  return [
    dashboard,
    `  Webhooks    stripe listen --forward-to ${origin}/api/stripe/webhook`,
    "              and put the secret it prints into STRIPE_WEBHOOK_SECRET",
  ];
}

function withoutPassword(address: string | undefined): string {
  if (!address || !URL.canParse(address)) return "(unset)";
  const url = new URL(address);
  url.password = "";
  return url.href;
}

import { program, runNode } from "./support/command";

/** `npm run build`: needs no environment, no database and no Stripe. */
const { code } = await runNode([program("next"), "build"], {
  env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
});
process.exitCode = code;

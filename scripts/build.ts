import { program, runNode } from "./support/command";
import { run } from "./support/fault";
import { expectNone } from "./support/words";

const usage = "npm run build    makes what npm start runs; needs no environment, no database and no Stripe";

/** `npm run build`: needs no environment, no database and no Stripe. */
await run(async () => {
  expectNone(process.argv.slice(2), usage);
  const { code } = await runNode([program("next"), "build"], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  process.exitCode = code;
}, usage);

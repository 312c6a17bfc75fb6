import { CannotStart } from "./core/cannot-start";
import { HELP, readFlags } from "./flags";
import { startStandIn } from "./server";

const flags = readFlags(process.argv.slice(2));
if (typeof flags === "string") {
  console.error(`${flags}\n\n${HELP}`);
  process.exit(2);
}
if (flags.help) {
  console.log(HELP);
  process.exit(0);
}

try {
  const standIn = await startStandIn(flags);
  console.log(`Stripe stand-in listening on ${standIn.origin}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => standIn.stop().then(() => process.exit(0)));
  }
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const told = taken ? `Port ${flags.port} is already in use: choose another with --port.` : error;
  console.error(told instanceof CannotStart ? told.message : told);
  process.exit(1);
}

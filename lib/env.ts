import "server-only";
import { type Env, parseEnv } from "./env-schema";

let parsed: Env | undefined;

/**
 * The checked environment, read once. Scripts and tests that run outside Next load it with Node's
 * `react-server` condition, which is what `server-only` looks for.
 *
 * `STRIPE_WEBHOOK_SECRET` is a list (several while one is rotated), `GATEHOUSE_DEMO` a boolean,
 * `STRIPE_EMULATOR_URL` set only when the stand-in is used; addresses have no trailing slash.
 *
 * @throws EnvironmentError naming every missing or malformed variable
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

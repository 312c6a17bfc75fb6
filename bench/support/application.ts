import { startNext } from "@/scripts/services/next";
import { program } from "@/scripts/support/command";
import type { Guard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";
import { answering, startService } from "@/scripts/support/service";
import { environment } from "./environment";

/** Where its build goes, so that a running server is left alone. */
const folder = ".next-bench";

export type Application = { origin: string; pid: number; stop(): Promise<void> };

/** Builds the application for production and starts it on a database. */
export async function startApplication(databaseUrl: string, guard: Guard): Promise<Application> {
  const port = await anyFreePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...environment(databaseUrl),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DIST_DIR: folder,
    APP_URL: origin,
    // What runs beside the requests would be measured with them.
    WORKER: "off",
    // A demo may use a stand-in for Stripe, and has settings for all that isn't measured.
    GATEHOUSE_DEMO: "1",
  };
  const build = startService({ name: "The build", args: [program("next"), "build"], env, guard });
  if ((await build.ended) !== 0) throw new Error(`The application could not be built:\n${build.said()}`);
  const next = startNext({ command: "start", port, env, guard });
  await answering(next, `${origin}/api/health`);
  return { origin, pid: next.pid, stop: next.stop };
}

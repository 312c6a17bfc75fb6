import { program } from "../support/command";
import type { Guard } from "../support/guard";
import { startService } from "../support/service";

/** Where the build for the stories goes, so that a running development server is left alone. */
export const testBuild = ".next-e2e";

/** Set where that build is made already: the stories then don't make it. */
export const builtVariable = "GATEHOUSE_TEST_BUILT";

/**
 * Builds the application for production.
 *
 * @throws with what the build said when it fails
 */
export async function buildForTests(guard: Guard): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DIST_DIR: testBuild,
  };
  const build = startService({ name: "The build", args: [program("next"), "build"], env, guard });
  if ((await build.ended) !== 0) throw new Error(`The application could not be built:\n${build.said()}`);
}

import { program, runNode } from "@/scripts/support/command";

/** Where the build for the stories goes, so that a running development server is left alone. */
export const testBuild = ".next-e2e";

/**
 * Builds the application for production.
 *
 * @throws with what the build said when it fails
 */
export async function buildForTests(): Promise<void> {
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: testBuild };
  const { code, output } = await runNode([program("next"), "build"], { env, quiet: true });
  if (code !== 0) throw new Error(`The application could not be built:\n${output}`);
}

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What takes longest of each project, the longest first: begun last, it would leave all cores but one idle at the end. */
const longest = ["/test/lib/stripe/chaos/", "/test/scripts/", "/test/emulator/web/", "/test/emulator/tour/"];

/**
 * One project after the other, since a process runs the files of one, and ends where the next file is another's: mixed,
 * all of them load all that they share again and again.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => turn(one) - turn(other) || rank(one) - rank(other));
  }
}

const projects = ["application", "stand-in"];

const turn = ({ project }: TestSpecification) => projects.indexOf(project.name);

function rank({ moduleId }: TestSpecification): number {
  const found = longest.findIndex((path) => moduleId.includes(path));
  return found === -1 ? longest.length : found;
}

export default defineConfig({
  resolve: {
    alias: {
      "@": here("."),
      // Outside Next, server code may be loaded: the package only exists to stop a browser bundle.
      "server-only": here("node_modules/server-only/empty.js"),
    },
  },
  test: {
    pool: "forks",
    // More than two cores can do at once, since much here waits: for a database, a browser, another process.
    maxWorkers: Math.max(4, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    expect: { poll: { timeout: 90_000 } },
    hookTimeout: 180_000,
    // Code is loaded once for many files, which takes less time than to run most of them.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "stand-in",
          include: ["test/emulator/**/*.test.ts"],
          globalSetup: ["test/support/stand-in-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "application",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/emulator/**"],
          // The application keeps its environment and its database; each file has its own.
          setupFiles: ["test/support/afresh.ts"],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
    ],
  },
});

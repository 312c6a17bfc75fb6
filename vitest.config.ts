import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
    // Left alone, Vitest keeps one core back, which on two of them is half of all; much here waits for a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "stand-in",
          include: ["test/emulator/**/*.test.ts"],
          // It keeps nothing outside of what a test starts, so its code is loaded once for many files.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "application",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/emulator/**"],
          // Each file has a process of its own, so that it can have its own environment and database.
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
    ],
  },
});

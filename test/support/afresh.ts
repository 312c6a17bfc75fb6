import { vi } from "vitest";
import { forgetPool } from "./pool";

/*
 * Before each file: a process runs many, one after the other, and each is to find it as if it were the first. The
 * application's modules are loaded again and the environment is as it was; packages stay loaded, which is what takes
 * the time.
 */
const kept: typeof globalThis & { environmentAtFirst?: NodeJS.ProcessEnv } = globalThis;
kept.environmentAtFirst ??= { ...process.env };
for (const name of Object.keys(process.env)) {
  if (!(name in kept.environmentAtFirst)) delete process.env[name];
}
Object.assign(process.env, kept.environmentAtFirst);
forgetPool();
vi.useRealTimers();
vi.resetModules();

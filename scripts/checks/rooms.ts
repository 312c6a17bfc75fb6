/**
 * Who may import whom: `app → components → lib/billing → lib/stripe → db`, with the other rooms of lib
 * beside them. A room is the longest of these paths a file lies under; a room may always import itself.
 */
const leaves = ["lib", "billing.config"];

export const rooms: Readonly<Record<string, readonly string[]>> = {
  app: ["components", "content", "lib/auth", "lib/billing", "lib/stripe", "db", ...leaves],
  components: ["content", "lib/auth", "lib/billing", "lib/stripe", ...leaves],
  "lib/billing": ["lib/auth", "lib/stripe", "db", ...leaves],
  "lib/stripe": ["db", ...leaves],
  "lib/auth": ["db", ...leaves],
  lib: ["content", "db"],
  db: ["lib"],
  "billing.config": ["lib/billing"],
  content: ["billing.config"],
  emulator: [],
  scripts: ["lib/billing", "lib/stripe", "db", ...leaves],
  bench: ["scripts", "lib/billing", "lib/stripe", "db", ...leaves],
  test: ["*"],
  e2e: ["scripts", "test", "lib/billing", "lib/stripe", "lib/auth", "db", ...leaves],
};

/** Packages only some rooms may import, and how they may. */
export const packages: Readonly<Record<string, { may: readonly string[]; types: readonly string[] }>> = {
  stripe: { may: ["lib/stripe", "lib/billing", "test", "e2e"], types: ["emulator"] },
  "drizzle-orm": { may: ["lib/auth", "lib/billing", "lib/stripe", "lib", "db", "test"], types: [] },
  postgres: {
    may: ["lib/auth", "lib/billing", "lib/stripe", "lib", "db", "scripts", "bench", "test", "e2e"],
    types: [],
  },
};

/** The room a path (from the project's folder, without leading "./") lies in; `undefined` for files outside all. */
export function roomOf(path: string): string | undefined {
  const found = Object.keys(rooms).filter(
    (room) => path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`),
  );
  return found.sort((one, other) => other.length - one.length)[0];
}

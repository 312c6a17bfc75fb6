/** Names the PostgreSQL server that test databases are made on. */
export const serverVariable = "GATEHOUSE_TEST_POSTGRES";

/** The migrated, empty database that test databases are copies of. */
export const templateName = "gatehouse_template";

const local = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * @returns the address as given
 * @throws when it isn't on this machine: tests make and drop databases, and must never do so elsewhere
 */
export function assertLocal(address: string): string {
  const { hostname } = new URL(address);
  if (!local.has(hostname))
    throw new Error(`Tests only use a PostgreSQL on this machine, not on ${hostname}.`);
  return address;
}

import { Pool, type PoolConfig } from "pg";

/**
 * Connections by pg, the job queue's own client. Of itself pg takes `sslmode=require` for `verify-full`: where a host has signed
 * its certificate itself, there would be no address that both pg and postgres.js, which all else goes through, could use.
 *
 * An error of one that nobody uses is the pool's: unless it is listened to, it ends the process.
 *
 * @param address as postgres.js reads it
 */
export function openPgPool(address: string, options: PoolConfig = {}): Pool {
  const pool = new Pool({ ...readByPg(address), ...options });
  // One that breaks while it is in use tells whoever uses it.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** An address in which pg reads what postgres.js does. https://github.com/porsager/postgres#ssl */
export function readByPg(address: string): Pick<PoolConfig, "connectionString" | "ssl"> {
  const url = new URL(address);
  const mode = url.searchParams.get("sslmode");
  if (mode === null) return { connectionString: address };
  url.searchParams.delete("sslmode");
  return { connectionString: url.href, ssl: sslOf(mode) };
}

function sslOf(mode: string): PoolConfig["ssl"] {
  if (mode === "disable" || mode === "false") return false;
  // Encrypted, whoever has signed the certificate.
  return ["require", "prefer", "allow"].includes(mode) ? { rejectUnauthorized: false } : true;
}

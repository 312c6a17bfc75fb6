import { RateLimiterPostgres } from "rate-limiter-flexible";
import { db } from "@/db/client";

const minute = 60;
const hour = 60 * minute;

/** The limiter speaks node-postgres; this hands its queries to the pool we have. */
const store = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows = await db.$client.unsafe(text, values);
    return { rows: [...rows], rowCount: rows.count };
  },
};

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: "client",
    tableName: "auth_attempts",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });
}

/**
 * How many attempts are let through in which time (seconds). Counts live in PostgreSQL, so they hold over restarts
 * and over several instances.
 */
export const limits = {
  /** Guessing one account's password from one place. */
  signInHere: limiter("sign-in:account-address", 6, 15 * minute),
  /** The same from many places at once. */
  signInAnywhere: limiter("sign-in:account", 60, hour),
  /** Trying one password on many accounts. */
  signInAddress: limiter("sign-in:address", 100, 15 * minute),
  /** Making accounts by the dozen. */
  signUpAddress: limiter("sign-up:address", 30, hour),
  /** Having the link that confirms an address sent again: an address is somebody's, and perhaps not theirs. */
  confirmationUser: limiter("confirmation:user", 5, hour),
  /** Having links to a new password sent to one address, its owner's or not. */
  newPasswordAccount: limiter("new-password:account", 5, hour),
  /** The same to many. */
  newPasswordAddress: limiter("new-password:address", 30, hour),
  /** One person's programs, however many keys they have. */
  apiCalls: limiter("api:user", 120, minute),
};

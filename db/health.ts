import { sql } from "drizzle-orm";
import { db } from "./client";

const patience = 2_000;

/** Whether the database answers a trivial query within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const answer = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref());
  return Promise.race([answer, late]);
}

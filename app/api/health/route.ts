import { connection } from "next/server";
import { databaseAnswers } from "@/db/health";

/** For load balancers and monitors: 200 while the database answers, else 503. */
export async function GET(): Promise<Response> {
  await connection();
  const ok = await databaseAnswers();
  return Response.json(
    { ok, database: ok ? "reachable" : "unreachable" },
    { status: ok ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

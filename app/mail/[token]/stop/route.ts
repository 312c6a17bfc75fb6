import type { NextRequest } from "next/server";
import { readChoice } from "@/lib/email/choice-token";
import { refuse } from "@/lib/email/queries/refusals";
import { env } from "@/lib/env";

type Context = RouteContext<"/mail/[token]/stop">;

/**
 * The one click of a mail program's own "Unsubscribe", which comes without a session and may come twice.
 * https://www.rfc-editor.org/rfc/rfc8058#section-3.2
 */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const choice = readChoice((await params).token);
  if (!choice) return answer("There is no such link.", 404);
  const form = await request.formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") return answer("This address takes one click only.", 400);
  await refuse(choice.userId, choice.reminder);
  return answer("Done. We don't write to you about this any more.", 200);
}

/** A person who follows the address sees the page. */
export async function GET(_: NextRequest, { params }: Context): Promise<Response> {
  return Response.redirect(`${env().APP_URL}/mail/${encodeURIComponent((await params).token)}`, 303);
}

function answer(text: string, status: number): Response {
  return new Response(text, { status, headers: { "cache-control": "no-store" } });
}

import { NextResponse } from "next/server";
import { env } from "@/lib/env";

/** Sends the browser on to a page of ours, after a route handler has done its work. */
export function returnTo(path: string): NextResponse {
  return NextResponse.redirect(new URL(path, env().APP_URL), 303);
}

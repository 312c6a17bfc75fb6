import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

async function handler(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">) {
  try {
    return await NextAuth(request, context, authOptions());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return Response.json({ error: "The body is not JSON" }, { status: 400 });
  }
}

export { handler as GET, handler as POST };

import { receiver } from "@/lib/billing/receiver";
import { refuse, refuseMethod } from "@/lib/stripe/webhooks/answer";
import { findEndpoint } from "@/lib/stripe/webhooks/endpoints";
import { receive } from "@/lib/stripe/webhooks/receive";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ endpoint: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const endpoint = await findEndpoint((await params).endpoint);
  if (!endpoint) return refuse(404, "There is no such webhook endpoint.");
  return receive(request, receiver, endpoint);
}

export { refuseMethod as DELETE, refuseMethod as GET, refuseMethod as PATCH, refuseMethod as PUT };

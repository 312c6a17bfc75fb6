import { receiver } from "@/lib/billing/receiver";
import { refuseMethod } from "@/lib/stripe/webhooks/answer";
import { receiveAt } from "@/lib/stripe/webhooks/endpoints";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ endpoint: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return receiveAt((await params).endpoint, request, receiver);
}

export { refuseMethod as DELETE, refuseMethod as GET, refuseMethod as PATCH, refuseMethod as PUT };

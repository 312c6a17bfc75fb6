import { receiver } from "@/lib/billing/receiver";
import { refuseMethod } from "@/lib/stripe/webhooks/answer";
import { receive } from "@/lib/stripe/webhooks/receive";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return receive(request, receiver);
}

export { refuseMethod as DELETE, refuseMethod as GET, refuseMethod as PATCH, refuseMethod as PUT };

import { errorAnswer } from "@/lib/billing/gate/errors";

/** Addresses that aren't there are told to programs as everything else is. */
export function GET(): Response {
  return errorAnswer({
    status: 404,
    code: "not_found",
    message: "There is no such address: see docs/api.md.",
  });
}

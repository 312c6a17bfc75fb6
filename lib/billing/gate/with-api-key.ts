import "server-only";
import { countApiCall } from "@/lib/auth/throttle";
import { type Access, accessFor } from "../access";
import { keyOwner } from "../queries/api-keys";
import { countUse } from "../usage/count-use";
import { errorAnswer, featureClosed } from "./errors";

/**
 * A route handler for people's own programs: whoever comes with a key of theirs (`Authorization: Bearer gh_…`), within the
 * limits, and with the feature `api` open, reaches the handler; each answer of it that is a success is counted as an API call,
 * before it is given.
 *
 * @example export const GET = withApiKey(async (access) => Response.json(articlesFor(access)));
 */
export function withApiKey<Given extends unknown[]>(
  handler: (access: Access, ...given: Given) => Promise<Response>,
): (request: Request, ...given: Given) => Promise<Response> {
  return async (request, ...given) => {
    try {
      const owner = await keyOwner(bearerOf(request));
      if (!owner) return unknownKey();
      const throttled = await countApiCall(owner.userId);
      if (throttled) return tooMany(throttled.seconds);
      const access = await accessFor(owner.userId);
      if (!access.can("api")) return featureClosed("api");
      const answer = await handler(access, ...given);
      if (answer.ok) await countUse({ ...owner, meter: "api_calls" });
      answer.headers.set("cache-control", "no-store");
      return answer;
    } catch (error) {
      console.error("An API call failed", error);
      const message = "Something on our side failed. It wasn't counted; try again.";
      return errorAnswer({ status: 500, code: "internal_error", message });
    }
  };
}

function bearerOf(request: Request): string {
  return /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
}

function unknownKey(): Response {
  return errorAnswer({
    status: 401,
    code: "unknown_key",
    message: "Send a key of yours that isn't revoked: Authorization: Bearer gh_…",
    headers: { "www-authenticate": 'Bearer realm="Gatehouse"' },
  });
}

function tooMany(seconds: number): Response {
  return errorAnswer({
    status: 429,
    code: "too_many_calls",
    message: `Too many calls at once. Go on in ${seconds} seconds.`,
    headers: { "retry-after": String(seconds) },
  });
}

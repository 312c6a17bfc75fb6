import type { Backend, ChallengeOutcome, PageRequest } from "../backend";
import { type Page, seeOther } from "../page";
import { challengePage, unknownChallengePage } from "./challenge-page";

function outcomeOf(form: URLSearchParams): ChallengeOutcome {
  return form.get("outcome") === "authorize" ? "authorize" : "fail";
}

/**
 * The 3-D Secure challenge at `/3ds/{id}`: GET asks, POST answers. Afterwards the customer goes to the intent's
 * `return_url`, or the page is shown again as answered, for the script around it to see.
 */
export function challengeRoutes(backend: Backend, { method, url, form }: PageRequest): Page | null {
  const id = /^\/3ds\/(\w+)$/.exec(url.pathname)?.[1];
  if (!id) return null;
  const view = backend.challenge(id);
  if (!view) return unknownChallengePage();
  const parent = url.searchParams.get("parent") ?? form.get("parent") ?? "";
  if (method !== "POST") return challengePage(view, parent);
  const next = view.pending ? backend.answerChallenge(id, outcomeOf(form)) : null;
  return seeOther(next ?? `/3ds/${id}?${new URLSearchParams({ parent })}`);
}

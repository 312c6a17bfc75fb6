import type { Api } from "./api/api";
import type { Accounts } from "./core/accounts";
import { deliverAgain } from "./delivery/again";
import type { Backend } from "./pages/backend";
import { answerChallenge, challengeView } from "./payments/challenge-pages";

/** What the pages need, from the API and accounts of this process. */
export function pagesBackend(api: Api, accounts: Accounts): Backend {
  return {
    accounts: () => accounts.all().map((account) => account.name),
    async call(account, method, path, params = {}) {
      const [pathname = "", query = ""] = path.split("?");
      const answer = api.answer({
        method,
        pathname,
        form: method === "POST" ? new URLSearchParams(params).toString() : query,
        authorization: `Bearer sk_test_${account}`,
        idempotencyKey: undefined,
      });
      const object = JSON.parse(answer.body);
      if (answer.status === 200) return { ok: true, object };
      return { ok: false, status: answer.status, message: String(object.error.message) };
    },
    deliveries: (account) => accounts.of(account).store.list("_delivery"),
    deliverAgain: (account, id) => accounts.of(account).run((work) => deliverAgain(work, id)),
    challenge(id) {
      const account = accounts.all().find(({ store }) => store.get("_challenge", id) !== undefined);
      return account?.run((work) => challengeView(work, id)) ?? null;
    },
    answerChallenge(id, outcome) {
      const account = accounts.all().find(({ store }) => store.get("_challenge", id) !== undefined);
      return account?.run((work) => answerChallenge(work, id, outcome)) ?? null;
    },
  };
}

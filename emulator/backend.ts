import { askAdmin } from "./admin/ask";
import type { StandInParts } from "./admin/routes";
import { asStripeError, json } from "./api/answers";
import type { Account } from "./core/account";
import { checkoutBehind, creditNoteBehind, invoiceBehind, portalBehind, receiptBehind } from "./hosted/find";
import type { ApiAnswer, Backend, Method } from "./pages/backend";
import { answerChallenge, challengeView } from "./payments/challenge-pages";

type Params = Readonly<Record<string, string>>;

/** What the pages need, from the API and accounts of this process. */
export function pagesBackend(parts: StandInParts): Backend {
  const { accounts } = parts;
  const holderOf = (id: string): Account | undefined =>
    accounts.all().find(({ store }) => store.get("_challenge", id) !== undefined);
  return {
    accounts: () => accounts.all().map((account) => account.name),
    async call(account, method, path, params = {}) {
      return path.startsWith("/_emulator/")
        ? callAdmin(parts, accounts.of(account), method, path, params)
        : callApi(parts, account, method, path, params);
    },
    challenge: (id) => holderOf(id)?.run((work) => challengeView(work, id)) ?? null,
    answerChallenge: (id, outcome) => holderOf(id)?.run((work) => answerChallenge(work, id, outcome)) ?? null,
    invoice: (token) => invoiceBehind(accounts, token),
    checkout: (id) => checkoutBehind(accounts, id),
    portal: (token) => portalBehind(accounts, token),
    creditNote: (token) => creditNoteBehind(accounts, token),
    receipt: (token) => receiptBehind(accounts, token),
  };
}

function callApi(
  { api }: StandInParts,
  account: string,
  method: Method,
  path: string,
  params: Params,
): ApiAnswer {
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
}

async function callAdmin(
  parts: StandInParts,
  account: Account,
  method: Method,
  path: string,
  params: Params,
): Promise<ApiAnswer> {
  try {
    const answer = await askAdmin(parts, account, method, path, params);
    return { ok: true, object: JSON.parse(json(answer)) };
  } catch (error) {
    const { status, body } = asStripeError(error);
    return { ok: false, status, message: body.message };
  }
}

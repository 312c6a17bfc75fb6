import Stripe from "stripe";
import { advanceClock } from "@/emulator/admin/clock";
import { Api } from "@/emulator/api/api";
import type { Account } from "@/emulator/core/account";
import { Accounts } from "@/emulator/core/accounts";
import { JOBS } from "@/emulator/jobs";
import { OPERATIONS } from "@/emulator/operations";

/** An account of the stand-in without HTTP in between: what the real SDK asks is answered in this process. */
export interface InProcess {
  readonly account: Account;
  readonly stripe: Stripe;
  /** What a GET answers, as text. */
  read(address: string): string;
  /** Lets time pass, everything on the way happening. */
  pass(seconds: number): void;
  close(): void;
}

/** Opens the account `test`; `data` is the folder of its journal, filled by `fill`, null keeps all in memory. */
export function inProcess(data: string | null = null, fill: () => void = () => {}): InProcess {
  const accounts = new Accounts({ data, onOpen: () => {}, origin: () => "http://localhost", seed: 1 });
  const api = new Api(OPERATIONS, (name) => accounts.of(name));
  fill();
  const account = accounts.of("test");
  const ask = (method: string, address: string, form: string | null) => {
    const { pathname, search } = new URL(address, "http://localhost");
    return api.answer({
      authorization: "Bearer sk_test_test",
      form: form ?? search.slice(1),
      idempotencyKey: undefined,
      method,
      pathname,
    });
  };
  const httpClient = Stripe.createFetchHttpClient(async (url, init) => {
    const form = init?.method === "POST" ? String(init.body ?? "") : null;
    const { body, headers, status } = ask(init?.method ?? "GET", String(url), form);
    return new Response(body, { headers, status });
  });
  return {
    account,
    close: () => accounts.close(),
    pass: (seconds) => {
      advanceClock(account, JOBS, { seconds });
    },
    read: (address) => ask("GET", address, null).body,
    stripe: new Stripe("sk_test_test", { httpClient, maxNetworkRetries: 0, telemetry: false }),
  };
}

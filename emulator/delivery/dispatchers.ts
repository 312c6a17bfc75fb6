import type { Account } from "../core/account";
import { type AroundAnswer, aroundAnswer } from "./around-answer";
import { type DeliveryOptions, Dispatcher } from "./dispatcher";

/** One dispatcher for each account that is open. */
export class Dispatchers {
  private readonly byAccount = new Map<string, Dispatcher>();

  constructor(private readonly options: DeliveryOptions) {}

  /** Delivers what an account has queued, now and after each of its changes. */
  serve(account: Account): void {
    const dispatcher = new Dispatcher(account, this.options);
    this.byAccount.set(account.name, dispatcher);
    account.onCommit = (changes) => dispatcher.noted(changes);
    dispatcher.noted(null);
  }

  /** Attempts now all that waits in an account, and resolves when each has had its attempt. */
  async flush(account: Account): Promise<void> {
    await this.byAccount.get(account.name)?.flush();
  }

  /** What a request's answer and its deliveries have to wait for; null, nearly always, when it is nothing. */
  aroundAnswer(account: Account, requestId: string | undefined): AroundAnswer | null {
    const dispatcher = this.byAccount.get(account.name);
    if (dispatcher === undefined || requestId === undefined) return null;
    return account.store.rows("_fault").size === 0 ? null : aroundAnswer(account, dispatcher, requestId);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.byAccount.values()].map((dispatcher) => dispatcher.stop()));
  }
}

import { type Account, machineSeconds } from "../core/account";
import { invalidRequest, StripeError } from "../core/errors";
import { type ExpandTree, expandTree } from "../core/expand-paths";
import { parseForm } from "../core/form";
import type { Operation } from "../core/operation";
import { render } from "../core/render";
import { validate } from "../core/validate";
import type { Call, Work } from "../core/work";
import { serverError } from "../faults/refusals";
import { type ApiAnswer, asStripeError, errorText, headersOf, json, logUrl } from "./answers";
import { expandOf, refuseToExpand } from "./expansion";
import { forBrowser } from "./for-browser";
import { fingerprintOf, remember, replayOf } from "./idempotency";
import { keyOf } from "./key";
import { publishableRefused, unknownUrl } from "./refusals";
import { type Route, Router } from "./router";
import { clockFor } from "./test-clock";

/** A request as the HTTP server read it. */
export interface ApiRequest {
  readonly method: string;
  readonly pathname: string;
  /** The query of a GET or DELETE, the body of a POST. */
  readonly form: string;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The status of an error to tell, and to keep for replays, although the work is done. */
  readonly failAfterwards?: number | null;
  /** How many seconds ago what a GET reads was true. */
  readonly stale?: number;
}

/** What a request has become once its account and operation are known. */
interface Prepared {
  readonly account: Account;
  readonly operation: Operation;
  readonly route: Route;
  readonly publishable: boolean;
  readonly params: unknown;
  readonly expand: readonly string[];
  readonly tree: ExpandTree;
  readonly requestId: string;
  readonly key: string | null;
  readonly fingerprint: string;
  readonly failAfterwards: number | null;
  readonly stale: number;
}

/** Stripe's API over the operations given. Requests are answered synchronously, each atomic. */
export class Api {
  private readonly operations: ReadonlyMap<string, Operation>;
  private readonly router: Router;

  constructor(
    operations: readonly Operation[],
    private readonly accountOf: (name: string) => Account,
  ) {
    this.operations = new Map(operations.map((operation) => [operation.name, operation]));
    this.router = new Router(new Set(this.operations.keys()));
  }

  answer(request: ApiRequest): ApiAnswer {
    let account: Account | null = null;
    let requestId = "req_unauthenticated";
    try {
      const key = keyOf(request.authorization);
      account = this.accountOf(key.account);
      requestId = account.newId("request");
      const { operation, route } = this.find(request);
      if (key.publishable && !operation.publishable) throw publishableRefused();
      const idempotencyKey = request.method === "POST" ? (request.idempotencyKey ?? null) : null;
      const fingerprint = fingerprintOf(request.method, request.pathname, request.form);
      const replay = idempotencyKey === null ? null : replayOf(account.store, idempotencyKey, fingerprint);
      if (idempotencyKey !== null && replay !== null) {
        return {
          status: replay.status,
          body: replay.body,
          headers: {
            ...headersOf(requestId, idempotencyKey, replay.request),
            "Idempotent-Replayed": "true",
            "Stripe-Should-Retry": "false",
          },
        };
      }
      const form = parseForm(request.form);
      const params = validate(route.entry[2] ?? null, form);
      const expand = expandOf(form);
      const publishable = key.publishable;
      if (publishable) refuseToExpand(expand);
      const tree = expandTree(expand, route.entry[3] ?? null);
      return execute({
        account,
        operation,
        route,
        publishable,
        params,
        expand,
        tree,
        requestId,
        key: idempotencyKey,
        fingerprint,
        failAfterwards: request.failAfterwards ?? null,
        stale: request.method === "GET" ? (request.stale ?? 0) : 0,
      });
    } catch (error) {
      const refusal = asStripeError(error);
      const key = request.method === "POST" ? (request.idempotencyKey ?? null) : null;
      return {
        status: refusal.status,
        body: errorText(refusal, account?.store ?? null, logUrl(requestId)),
        headers: headersOf(requestId, key, requestId),
      };
    }
  }

  private find({ method, pathname }: ApiRequest): { operation: Operation; route: Route } {
    const route = this.router.match(method, pathname);
    if (route === null) throw unknownUrl(method, pathname);
    const operation = this.operations.get(route.name);
    if (operation !== undefined) return { operation, route };
    console.warn(`Not implemented by the emulator: ${method} ${pathname} (${route.name})`);
    throw invalidRequest(`Not implemented by the emulator: ${method} ${pathname}`);
  }
}

/** Runs an operation: what it did, its events and its answer for replays are kept in one piece. */
function execute(prepared: Prepared): ApiAnswer {
  const { account, requestId, key } = prepared;
  return account.run(
    (work) => {
      const { status, body } = outcome(prepared, work);
      const executed = status !== 404;
      if (key !== null && executed) {
        const { fingerprint } = prepared;
        const created = machineSeconds();
        remember(work.store, { id: key, created, fingerprint, request: requestId, status, body });
      }
      const final = prepared.route.entry[0] === "POST" && executed && status < 500;
      const retry = final ? { "Stripe-Should-Retry": "false" } : {};
      return { status, body, headers: { ...headersOf(requestId, key, requestId), ...retry } };
    },
    { id: requestId, idempotency_key: key },
    clockFor(account.store, prepared.route, prepared.params),
  );
}

function outcome(prepared: Prepared, work: Work): { status: number; body: string } {
  const { account, operation, params, expand, route, publishable, failAfterwards, stale } = prepared;
  const id = route.path.id ?? "";
  const call: Call<unknown> = { ...work, params, expand, path: route.path, id, publishable };
  try {
    const run = () => json(shownTo(publishable, render(work.store, operation.run(call), prepared.tree)));
    if (failAfterwards !== null) {
      operation.run(call);
      const body = errorText(serverError(failAfterwards), null, logUrl(prepared.requestId));
      return { status: failAfterwards, body };
    }
    return { status: 200, body: stale > 0 ? account.asOf(stale, run) : run() };
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const body = errorText(error, work.store, logUrl(prepared.requestId), publishable);
    if (!error.keep) work.store.undo();
    return { status: error.status, body };
  }
}

function shownTo(publishable: boolean, object: ReturnType<typeof render>): ReturnType<typeof render> {
  return publishable ? forBrowser(object) : object;
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { serveAdmin } from "./admin/serve";
import { asStripeError, errorText } from "./api/answers";
import { Api } from "./api/api";
import { serveApi } from "./api/http";
import { InFlight } from "./api/in-flight";
import { readBody } from "./api/read";
import { pagesBackend } from "./backend";
import { Accounts, eraseJournals } from "./core/accounts";
import { occupy } from "./core/occupy";
import { Snapshots } from "./core/snapshots";
import type { DeliveryOptions } from "./delivery/dispatcher";
import { Dispatchers } from "./delivery/dispatchers";
import { keepHouse } from "./housekeeping";
import { OPERATIONS } from "./operations";
import { pagesOf } from "./pages/pages";
import { CHECKOUT_PAGE_OPERATIONS } from "./resources/checkout/pages";
import { ELEMENTS_OPERATIONS } from "./resources/elements/sessions";

export interface StandInOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder state is kept in; null keeps it in memory. */
  readonly data: string | null;
  /** Forget first what the folder holds. */
  readonly reset: boolean;
  readonly seed: number | null;
  readonly deliveries: DeliveryOptions;
}

export interface StandIn {
  /** `http://localhost:12111` */
  readonly origin: string;
  /** Stops listening, lets deliveries under way end, and closes the journals. */
  stop(): Promise<void>;
}

const MAX_FORM = 64 * 1024;

/**
 * Starts the stand-in.
 *
 * @throws CannotStart when another writes in its folder, or what is kept there can't be read
 * @throws Node's error when the port is taken
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const leave = options.data === null ? () => {} : occupy(options.data);
  let origin = "";
  const dispatchers = new Dispatchers(options.deliveries);
  const accounts = new Accounts({
    ...options,
    origin: () => origin,
    onOpen: (account) => dispatchers.serve(account),
  });
  const api = new Api([...OPERATIONS, ...CHECKOUT_PAGE_OPERATIONS, ...ELEMENTS_OPERATIONS], (name) =>
    accounts.of(name),
  );
  const serving = {
    accounts,
    api,
    dispatchers,
    inFlight: new InFlight(),
    snapshots: new Snapshots(options.data),
  };
  const pages = pagesOf(pagesBackend(serving));

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request.url ?? "/", origin);
    if (url === null) return serveApi(serving, request, response);
    if (url.pathname.startsWith("/v1/")) return serveApi(serving, request, response);
    if (url.pathname.startsWith("/_emulator/")) return serveAdmin(serving, url, request, response);
    const form = new URLSearchParams(request.method === "POST" ? await readBody(request, MAX_FORM) : "");
    const site = request.headers["sec-fetch-site"];
    const page = await pages({
      method: request.method ?? "GET",
      url,
      form,
      site: typeof site === "string" ? site : null,
      known: request.headers["if-none-match"] ?? null,
    });
    if (page === null) return serveApi(serving, request, response);
    response.writeHead(page.status, page.headers).end(page.body);
  }

  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await dispatchers.stop();
    accounts.close();
    leave();
  }

  try {
    origin = `http://localhost:${await listen(server, options)}`;
    if (options.reset && options.data !== null) eraseJournals(options.data);
    accounts.openAll();
  } catch (error) {
    await stop();
    throw error;
  }
  const stopHousekeeping = keepHouse(accounts);
  return {
    origin,
    stop() {
      stopHousekeeping();
      return stop();
    },
  };
}

/** Where a request goes; null for what is no address. A path is one even where it begins with two slashes. */
function addressOf(target: string, origin: string): URL | null {
  const address = target.startsWith("/") ? origin + target : target;
  return URL.canParse(address) ? new URL(address) : null;
}

function listen(server: Server, { host, port }: StandInOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function fail(response: ServerResponse, error: unknown): void {
  const refusal = asStripeError(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(refusal.status, { "Content-Type": "application/json" });
  response.end(errorText(refusal, null, ""));
}

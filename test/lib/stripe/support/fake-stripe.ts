import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll } from "vitest";

/** `cut`: the connection breaks instead. */
type Answer = { status?: number; body: unknown; date?: Date; cut?: boolean };

/**
 * Stripe reduced to what a test says it answers, so that a test can hold an answer back, date it as it likes
 * and count what was asked.
 */
export type FakeStripe = {
  /** Answers `GET path` with an object, now and later. */
  has(path: string, body: object): void;
  /** Answers every request by this function instead. */
  answers(answer: (path: string, query: URLSearchParams) => Answer | Promise<Answer>): void;
  /** The paths asked for in this test, without their queries. */
  asked: string[];
};

/** Starts one for a test file and points the application's Stripe client to it. */
export function useFakeStripe(): FakeStripe {
  const objects = new Map<string, object>();
  const byPath = (path: string): Answer => {
    const body = objects.get(path);
    return body ? { body } : { status: 404, body: missing(path) };
  };
  let answer: (path: string, query: URLSearchParams) => Answer | Promise<Answer> = byPath;
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = addressOf(request);
    asked.push(path);
    const { status = 200, body, date, cut } = await answer(path, searchParams);
    if (cut) {
      response.destroy();
      return;
    }
    if (date) response.setHeader("Date", date.toUTCString());
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    process.env.STRIPE_EMULATOR_URL = `http://127.0.0.1:${port}`;
  });
  afterEach(() => {
    objects.clear();
    asked.length = 0;
    answer = byPath;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return {
    has: (path, body) => objects.set(path, body),
    answers: (given) => {
      answer = given;
    },
    asked,
  };
}

function addressOf(request: IncomingMessage): URL {
  return new URL(request.url ?? "/", "http://stripe");
}

function missing(path: string) {
  return {
    error: { type: "invalid_request_error", code: "resource_missing", message: `No such object: ${path}` },
  };
}

import { Router } from "@/emulator/api/router";
import { OPERATIONS } from "@/emulator/operations";
import type { Conformance } from "../support/conform";

/** What was seen on a tour: which operations answered, and what is wrong with any answer or event. */
export class Recorder {
  readonly operations = new Set<string>();
  readonly events = new Set<string>();
  /** The addresses of the lists that were asked for, since they were last looked at. */
  readonly lists = new Set<string>();
  readonly failures: string[] = [];
  checked = 0;
  private readonly router = new Router(new Set(OPERATIONS.map(({ name }) => name)));

  constructor(private readonly findings: Conformance) {}

  /** A `fetch` that looks at everything the API answers. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const { pathname, search } = new URL(String(input instanceof Request ? input.url : input));
    const operation = this.router.match(init?.method ?? "GET", pathname)?.name ?? pathname;
    this.operations.add(operation);
    if (response.ok) {
      const answer = await response.clone().json();
      this.check(operation, answer);
      if (answer.object === "list") this.lists.add(`${pathname}${search}`);
    }
    return response;
  };

  /** Checks an object against the SDK's types. */
  check(where: string, object: unknown): void {
    this.checked += 1;
    const wrong = this.findings(object);
    if (wrong.length > 0) this.failures.push(`${where}: ${wrong.join("; ")}`);
  }
}

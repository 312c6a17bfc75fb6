import type { Backend, Method } from "../backend";
import { type Page, seeOther } from "../page";
import type { ActionName } from "./action";
import { address } from "./address";
import { clockPage } from "./clock-page";
import { faultsPage } from "./faults-page";
import type { Note } from "./forms";
import { settingsPage } from "./settings-page";
import { snapshotsPage } from "./snapshots-page";

/** A change a tool's form asks for: a request to what Stripe doesn't have. */
interface Change {
  readonly method: Method;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The sentence said afterwards; null where the page itself shows what came of it. */
  readonly done: ActionName | null;
}

interface Tool {
  readonly show: (backend: Backend, account: string, note: Note | null) => Promise<Page>;
  readonly changes: Readonly<Record<string, (id: string, form: URLSearchParams) => Change>>;
}

const post = (path: string, params: Readonly<Record<string, string>>, done: ActionName | null): Change => ({
  method: "POST",
  path: `/_emulator/${path}`,
  params,
  done,
});
const remove = (path: string): Change => ({
  method: "DELETE",
  path: `/_emulator/${path}`,
  params: {},
  done: "remove",
});

/** The pages about the stand-in itself, by their names in addresses. */
const TOOLS = {
  faults: {
    show: faultsPage,
    changes: {
      create: (_id, form) => post("faults", Object.fromEntries(form), null),
      remove: (id) => remove(`faults/${encodeURIComponent(id)}`),
    },
  },
  clock: {
    show: clockPage,
    changes: {
      advance: (_id, form) => post("clock/advance", { seconds: form.get("seconds") ?? "" }, null),
      next: () => post("clock/next", {}, null),
    },
  },
  settings: {
    show: settingsPage,
    changes: {
      retries: (_id, form) => post("retries", Object.fromEntries(form), "retries"),
      strict: (_id, form) =>
        post("clock/strict", { strict: String(form.get("strict") !== "may change") }, "strict"),
      wallets: (_id, form) => post("wallets", { wallets: form.getAll("wallet").join(",") }, "wallets"),
    },
  },
  snapshots: {
    show: snapshotsPage,
    changes: {
      snapshot: (_id, form) => post("snapshot", { name: form.get("name") ?? "" }, "snapshot"),
      restore: (name) => post("restore", { name }, "restore"),
      remove: (name) => remove(`snapshots/${encodeURIComponent(name)}`),
      reset: () => post("reset", {}, "reset"),
    },
  },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof TOOLS;

/** Whether the dashboard has a tool of this name. */
export function isTool(name: string): name is ToolName {
  return Object.hasOwn(TOOLS, name);
}

/** A tool's page, with what became of the last thing done there. */
export function showTool(
  backend: Backend,
  account: string,
  name: ToolName,
  note: Note | null,
): Promise<Page> {
  return TOOLS[name].show(backend, account, note);
}

/** Makes the change a tool's form asks for; null when it has no such change. */
export async function runTool(
  backend: Backend,
  account: string,
  name: ToolName,
  [id, action]: readonly [string, string],
  form: URLSearchParams,
): Promise<Page | null> {
  const tool: Tool = TOOLS[name];
  const change = Object.hasOwn(tool.changes, action) ? tool.changes[action]?.(id, form) : undefined;
  if (change === undefined) return null;
  const answer = await backend.call(account, change.method, change.path, change.params);
  if (!answer.ok) return tool.show(backend, account, { kind: "error", text: answer.message });
  return seeOther(`${address(account, name)}${change.done === null ? "" : `?done=${change.done}`}`);
}

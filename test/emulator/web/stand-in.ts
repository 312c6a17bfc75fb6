import { randomBytes } from "node:crypto";
import { sharedStandIn } from "@/test/support/shared-stand-in";

/** An account of one's own at the run's stand-in, as a merchant has it. */
export interface Account {
  name: string;
  /** The stand-in's address. */
  origin: string;
  /** One request to its API on behalf of the account; throws on an error answer. */
  api(method: string, path: string, params?: Record<string, string>): Promise<Answer>;
}

/** An object of the API, as far as these tests look at it. */
interface Answer {
  id: string;
  client_secret: string;
  status: string;
  data: Answer[];
  next_action: { type: string; redirect_to_url: { url: string } };
  [field: string]: unknown;
}

export function newAccount(): Account {
  const name = randomBytes(8).toString("hex");
  const origin = sharedStandIn();
  return {
    ...{ name, origin },
    api: async (method, path, params = {}) => {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: { Authorization: `Bearer sk_test_${name}` },
        ...(method === "POST" ? { body: new URLSearchParams(params) } : {}),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
      return JSON.parse(text);
    },
  };
}

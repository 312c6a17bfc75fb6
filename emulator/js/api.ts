/** Parameters of a request: nested objects and lists become bracketed keys. */
export interface FormParams {
  [key: string]: FormValue;
}

export type FormValue = string | number | boolean | null | undefined | FormValue[] | FormParams;

/** An object of the API as it arrived. */
export type ApiObject = Record<string, unknown>;

/** An error in Stripe's form. */
export interface ApiError {
  type: string;
  code?: string;
  message: string;
  [detail: string]: unknown;
}

export type Answer = { ok: true; object: ApiObject } | { ok: false; error: ApiError };

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is ApiObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isApiError(value: unknown): value is ApiError {
  return isObject(value) && typeof value.type === "string" && typeof value.message === "string";
}

function append(form: URLSearchParams, key: string, value: FormValue): void {
  if (value === undefined) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) append(form, `${key}[${index}]`, item);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) append(form, `${key}[${name}]`, item);
  } else {
    form.append(key, value === null ? "" : String(value));
  }
}

/** Encodes nested parameters the way Stripe reads them: `card[number]=…`. */
export function encodeForm(params: FormParams): URLSearchParams {
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) append(form, key, value);
  return form;
}

const UNREACHABLE: ApiError = {
  type: "api_connection_error",
  message: "We are experiencing issues connecting to our payments provider. Please try again.",
};

/** Speaks with the API at `origin` under one publishable key. */
export class Api {
  constructor(
    readonly origin: string,
    readonly key: string,
  ) {}

  get(path: string, params: FormParams = {}): Promise<Answer> {
    return this.#request(`${path}?${encodeForm(params)}`, { method: "GET" });
  }

  post(path: string, params: FormParams): Promise<Answer> {
    return this.#request(path, { method: "POST", body: encodeForm(params) });
  }

  /** Answers, and never throws: a connection that fails is an error like the others. */
  async #request(path: string, init: RequestInit): Promise<Answer> {
    try {
      const response = await fetch(`${this.origin}${path}`, {
        ...init,
        headers: { Authorization: `Bearer ${this.key}` },
        credentials: "omit",
      });
      const body: unknown = await response.json();
      if (response.ok && isObject(body)) return { ok: true, object: body };
      if (isObject(body) && isApiError(body.error)) return { ok: false, error: body.error };
      return { ok: false, error: { type: "api_error", message: `Unexpected answer from ${path}.` } };
    } catch {
      return { ok: false, error: UNREACHABLE };
    }
  }
}

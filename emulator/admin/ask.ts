import { decoded } from "../api/router";
import type { Account } from "../core/account";
import { StripeError } from "../core/errors";
import { ADMIN, type StandInParts } from "./routes";

/** Does what an administrator asks for, by method and path (which may carry a query). Throws 404 for what there isn't. */
export async function askAdmin(
  parts: StandInParts,
  account: Account,
  method: string,
  path: string,
  body: unknown,
): Promise<object> {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const slash = pathname.lastIndexOf("/");
  const admin = routeOf(`${method} ${pathname}`) ?? routeOf(`${method} ${pathname.slice(0, slash)}/{id}`);
  if (admin === undefined) throw unknown(`${method} ${pathname}`);
  const id = decoded(pathname.slice(slash + 1));
  return admin(account, parts, { body, query: Object.fromEntries(searchParams), id });
}

function routeOf(route: string) {
  return Object.hasOwn(ADMIN, route) ? ADMIN[route] : undefined;
}

function unknown(route: string): StripeError {
  return new StripeError(404, { message: `The stand-in has no ${route}`, type: "invalid_request_error" });
}

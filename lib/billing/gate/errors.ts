import "server-only";
import { type FeatureKey, features } from "@/billing.config";
import { env } from "@/lib/env";

type Fault = {
  status: number;
  /** For programs; it doesn't change. */
  code: string;
  /** For people. */
  message: string;
  headers?: Record<string, string>;
} & Record<string, unknown>;

/** An error as every route of ours answers it: JSON, never kept by anybody on the way. */
export function errorAnswer({ status, code, message, headers, ...more }: Fault): Response {
  return Response.json(
    { error: { code, message, ...more } },
    { status, headers: { "cache-control": "no-store", ...headers } },
  );
}

/** 402 to those to whom a feature is closed, with where it is opened. */
export function featureClosed(feature: FeatureKey, more: Record<string, unknown> = {}): Response {
  const { origin } = new URL(env().APP_URL);
  return errorAnswer({
    status: 402,
    code: "feature_closed",
    message: `This is closed to you: ${features[feature].name}.`,
    feature,
    ...more,
    plans: `${origin}/pricing?for=${feature}`,
  });
}

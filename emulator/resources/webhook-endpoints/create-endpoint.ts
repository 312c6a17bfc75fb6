import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";

type Given = Pick<ParamsOf<"webhookEndpoints.create">, "api_version" | "description" | "metadata"> & {
  readonly url: string;
  readonly enabled_events: readonly string[];
};

/** Makes an endpoint whose deliveries are signed with `secret`. */
export function createEndpoint(work: Work, given: Given, secret: string): Held<"webhook_endpoint"> {
  const endpoint = work.store.put("webhook_endpoint", {
    id: work.newId("webhook_endpoint"),
    object: "webhook_endpoint",
    api_version: given.api_version ?? null,
    application: null,
    created: work.now(),
    description: given.description === undefined || given.description === "" ? null : given.description,
    enabled_events: given.enabled_events,
    livemode: false,
    metadata: mergeMetadata(null, given.metadata),
    status: "enabled",
    url: given.url,
  });
  work.store.put("_signing_secret", { id: endpoint.id, secret });
  return endpoint;
}

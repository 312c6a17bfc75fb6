import { invalidRequest } from "../../core/errors";
import { addressed, remove } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { settled } from "../fields";
import { createEndpoint } from "./create-endpoint";

const MOST = 16;

/** The only answer that carries the signing secret. https://docs.stripe.com/api/webhook_endpoints/create */
export const createWebhookEndpoint = operation("webhookEndpoints.create", (call) => {
  checkUrl(call.params.url);
  if (call.store.rows("webhook_endpoint").size >= MOST) {
    throw invalidRequest(`You have reached the maximum of ${MOST} test webhook endpoints.`);
  }
  const secret = `whsec_${call.random(32)}`;
  return { ...createEndpoint(call, call.params, secret), secret };
});

/** https://docs.stripe.com/api/webhook_endpoints/update */
export const updateWebhookEndpoint = operation("webhookEndpoints.update", (call) => {
  const endpoint = addressed(call, "webhook_endpoint");
  const { params } = call;
  if (params.url !== undefined) checkUrl(params.url);
  const status = params.disabled === undefined ? endpoint.status : params.disabled ? "disabled" : "enabled";
  return call.store.put("webhook_endpoint", {
    ...endpoint,
    description: settled(params.description, endpoint.description),
    enabled_events: params.enabled_events ?? endpoint.enabled_events,
    metadata: mergeMetadata(endpoint.metadata, params.metadata),
    status,
    url: params.url ?? endpoint.url,
  });
});

export const deleteWebhookEndpoint = operation("webhookEndpoints.del", (call) => {
  const endpoint = addressed(call, "webhook_endpoint");
  call.store.delete("_signing_secret", endpoint.id);
  return remove(call, "webhook_endpoint", endpoint.id);
});

/** In test mode plain http is allowed. */
function checkUrl(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  throw invalidRequest("Not a valid URL", { code: "url_invalid", param: "url" });
}

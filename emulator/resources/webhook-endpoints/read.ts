import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveWebhookEndpoint = operation("webhookEndpoints.retrieve", (call) =>
  addressed(call, "webhook_endpoint"),
);

export const listWebhookEndpoints = operation("webhookEndpoints.list", (call) =>
  page(call, { kind: "webhook_endpoint", url: "/v1/webhook_endpoints" }),
);

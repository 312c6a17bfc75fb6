import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** Cards need no mandate, so that there are none: 404. https://docs.stripe.com/api/mandates/retrieve */
export const retrieveMandate = operation("mandates.retrieve", (call) =>
  addressed(call, "mandate", "mandate"),
);

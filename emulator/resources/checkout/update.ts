import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import { mergeAddress, settled } from "../fields";
import { refuseClosed } from "./confirm";
import { offerShipping } from "./recount";
import { replaceLines } from "./replace-lines";

type Session = Held<"checkout.session">;
type Params = ParamsOf<"checkout.sessions.update">;
type UiMode = NonNullable<Session["ui_mode"]>;

/** Where what a session sells and asks may still be changed, by the parameter that does. */
const CHANGED_IN: Readonly<
  Record<
    "collected_information" | "line_items" | "payment_intent_data" | "shipping_options",
    readonly UiMode[]
  >
> = {
  collected_information: ["embedded_page", "elements"],
  line_items: ["elements"],
  payment_intent_data: ["elements"],
  shipping_options: ["embedded_page", "elements"],
};

/**
 * Changes an open session, while its customer looks at it; metadata at any time.
 * https://docs.stripe.com/api/checkout/sessions/update
 */
export const updateCheckoutSession = operation("checkout.sessions.update", (call) => {
  const { params } = call;
  const session = addressed(call, "checkout.session");
  for (const [name, modes] of Object.entries(CHANGED_IN)) {
    if (!(name in params)) continue;
    refuseClosed(call, session);
    if (!modes.includes(session.ui_mode ?? "hosted_page")) {
      throw invalidRequest(
        `\`${name}\` can only be updated when \`ui_mode\` is ${modes.map((mode) => `\`${mode}\``).join(" or ")}.`,
        { param: name },
      );
    }
  }
  const noted = call.store.update("checkout.session", session.id, {
    asked: { ...session.asked, payment_intent_data: paymentData(session, params) },
    collected_information: collectedBy(session, params),
    metadata: mergeMetadata(session.metadata, params.metadata),
  });
  const sold = params.line_items ? replaceLines(call, noted, params.line_items) : noted;
  return params.shipping_options === undefined
    ? sold
    : offerShipping(call, sold, params.shipping_options || []);
});

/** What the merchant's own page has asked its customer. */
function collectedBy(
  { collected_information: present }: Session,
  { collected_information: given }: Params,
): Session["collected_information"] {
  const details = given?.shipping_details;
  if (details === undefined) return present;
  return {
    business_name: present?.business_name ?? null,
    individual_name: present?.individual_name ?? null,
    shipping_details: { address: mergeAddress(details.address, null), name: details.name },
  };
}

function paymentData({ asked, mode }: Session, { payment_intent_data: given }: Params) {
  const present = asked.payment_intent_data;
  if (given === undefined) return present;
  if (mode !== "payment") {
    throw invalidRequest(`You can not pass \`payment_intent_data\` in \`${mode}\` mode.`, {
      param: "payment_intent_data",
    });
  }
  return {
    ...present,
    description: after(given.description, present?.description),
    metadata: mergeMetadata(mergeMetadata(null, present?.metadata), given.metadata),
    setup_future_usage: after(given.setup_future_usage, present?.setup_future_usage),
    statement_descriptor: after(given.statement_descriptor, present?.statement_descriptor),
    statement_descriptor_suffix: after(
      given.statement_descriptor_suffix,
      present?.statement_descriptor_suffix,
    ),
  };
}

function after<Value>(given: Value | "" | undefined, present: Value | undefined): Value | undefined {
  return settled(given, present ?? null) ?? undefined;
}

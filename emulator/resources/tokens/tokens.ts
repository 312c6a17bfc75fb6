import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { cardObject } from "../../payments/card-object";
import { readCard } from "../../payments/raw-card";

/** A card's number for one use later on: from a browser, as with Stripe.js. https://docs.stripe.com/api/tokens/create_card */
export const createToken = operation(
  "tokens.create",
  (call) => {
    const { card, cvc_update, ...others } = call.params;
    refuseUnbuilt(others, ["account", "bank_account", "customer", "person", "pii"]);
    if (cvc_update !== undefined) return cvcToken(call);
    if (card === undefined) throw missingParam("card");
    if (typeof card === "string")
      throw invalidRequest("Not implemented by the emulator: a token of a card's id", { param: "card" });
    const { exp_month, exp_year, number, cvc } = card;
    const given = readCard(
      call,
      {
        exp_month: Number(exp_month),
        exp_year: Number(exp_year),
        number,
        ...(cvc === undefined ? {} : { cvc }),
      },
      "card",
    );
    return call.store.put("token", {
      id: call.newId("token"),
      object: "token",
      card: cardObject(call, given, card).id,
      client_ip: null,
      created: call.now(),
      livemode: false,
      type: "card",
      used: false,
    });
  },
  { publishable: true },
);

/** A security code asked for again, of a card that is known already. No issuer here compares it. */
function cvcToken(call: Call<unknown>): Held<"token"> {
  return call.store.put("token", {
    id: call.newId("cvc_token"),
    object: "token",
    client_ip: null,
    created: call.now(),
    livemode: false,
    type: "cvc_update",
    used: false,
  });
}

/** https://docs.stripe.com/api/tokens/retrieve */
export const retrieveToken = operation("tokens.retrieve", (call) => addressed(call, "token", "token"));

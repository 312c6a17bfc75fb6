import type { ParamObject } from "../schema/params";
import type { Generated } from "./generated";

const ADDRESS: ParamObject = {
  city: "s",
  country: "s",
  line1: "s",
  line2: "s",
  postal_code: "s",
  state: "s",
};

/** What a page of Checkout calls, wherever it is shown. */
export function checkoutPages(add: (object: ParamObject) => number): Generated["operations"] {
  const path = "/v1/payment_pages/{id}";
  const line = add({ "id!": "s", "quantity!": "i" });
  const change = add({
    line_item: line,
    optional_item: add({ "price!": "s", "selected!": "b" }),
    promotion_code: ["u", "s", ""],
    shipping_rate: "s",
  });
  const address = add(ADDRESS);
  const confirm = add({
    address,
    consent: add({ promotions: "s", terms_of_service: "s" }),
    custom_fields: ["m", "s"],
    email: "s",
    expected_amount: "i",
    name: "s",
    payment_method: "s",
    phone: "s",
    return_url: "s",
    save_payment_method: "b",
    shipping: add({ address, name: "s" }),
    tax_id: add({ "type!": "s", "value!": "s" }),
  });
  return {
    "checkout.pages.retrieve": ["GET", path],
    "checkout.pages.update": ["POST", path, change],
    "checkout.pages.confirm": ["POST", `${path}/confirm`, confirm],
  };
}

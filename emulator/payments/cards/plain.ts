import { accepts } from "./behaviours";
import { testCard } from "./test-card";
import type { TestCard } from "./types";

/** Cards that simply work, by brand and by country. Numbers and names: https://docs.stripe.com/testing */
export const plainCards: readonly TestCard[] = [
  testCard("4242424242424242", ["visa"], accepts),
  testCard("4000056655665556", ["visa_debit"], accepts, { funding: "debit" }),
  testCard("5555555555554444", ["mastercard"], accepts, { brand: "mastercard" }),
  testCard("2223003122003222", ["mastercard"], accepts, { brand: "mastercard" }),
  testCard("5200828282828210", ["mastercard_debit"], accepts, { brand: "mastercard", funding: "debit" }),
  testCard("5105105105105100", ["mastercard_prepaid"], accepts, { brand: "mastercard", funding: "prepaid" }),
  testCard("378282246310005", ["amex_threeDSecureNotSupported"], accepts, { brand: "amex" }),
  testCard("371449635398431", ["amex"], accepts, { brand: "amex" }),
  testCard("6011111111111117", [], accepts, { brand: "discover" }),
  testCard("6011000990139424", ["discover"], accepts, { brand: "discover" }),
  testCard("3056930009020004", ["diners"], accepts, { brand: "diners" }),
  testCard("36227206271667", ["diners"], accepts, { brand: "diners" }),
  testCard("3566002020360505", ["jcb"], accepts, { brand: "jcb", country: "JP" }),
  testCard("6200000000000005", ["unionpay"], accepts, { brand: "unionpay", country: "CN" }),
  testCard("4000008260000000", ["gb"], accepts, { country: "GB" }),
  testCard("4000002760000016", ["de"], accepts, { country: "DE" }),
  testCard("4000002500000003", ["fr"], accepts, { country: "FR" }),
  testCard("4000001240000000", ["ca"], accepts, { country: "CA" }),
  testCard("4000000360000006", ["au"], accepts, { country: "AU" }),
  testCard("4000000760000002", ["br"], accepts, { country: "BR" }),
  testCard("4000004840008001", ["mx"], accepts, { country: "MX" }),
  testCard("4000003920000003", ["jp"], accepts, { country: "JP" }),
  testCard("4000003560000008", ["in"], accepts, { country: "IN" }),
  testCard("4000007020000003", ["sg"], accepts, { country: "SG" }),
];

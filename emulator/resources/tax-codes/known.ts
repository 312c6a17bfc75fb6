import type { Work } from "../../core/work";

/**
 * Of Stripe's hundreds of categories those that subscriptions are about, each with its name and description.
 * https://docs.stripe.com/tax/tax-codes
 */
const KNOWN: readonly (readonly [id: string, name: string, description: string])[] = [
  [
    "txcd_00000000",
    "Nontaxable",
    "Any nontaxable good or service. This can be used to ensure no tax is applied, even for jurisdictions that impose a tax.",
  ],
  [
    "txcd_10000000",
    "General - Electronically Supplied Services",
    "A digital service provided mainly through the internet with minimal human involvement, relying on information technology.",
  ],
  [
    "txcd_10103000",
    "Software as a service (SaaS) - personal use",
    "Software that is accessed remotely by individuals, without being downloaded.",
  ],
  [
    "txcd_10103001",
    "Software as a service (SaaS) - business use",
    "Software that is accessed remotely by businesses, without being downloaded.",
  ],
  [
    "txcd_10302000",
    "Digital Books - downloaded - non subscription - with permanent rights",
    "A book that is downloaded and kept.",
  ],
  [
    "txcd_10303000",
    "Digital Newspapers - downloaded - subscription",
    "A newspaper that is downloaded regularly.",
  ],
  [
    "txcd_20030000",
    "General - Services",
    "General category for services. It should be used only when there is no more specific services category.",
  ],
  ["txcd_92010001", "Shipping", "Physical shipping is when there is movement of physical goods."],
  [
    "txcd_99999999",
    "General - Tangible Goods",
    "A physical good that can be moved or touched. Also known as tangible personal property.",
  ],
];

/** Every account knows the same ones: they are put where objects are found once somebody asks for them. */
export function putTaxCodes({ store }: Work): void {
  if (store.rows("tax_code").size > 0) return;
  for (const [id, name, description] of KNOWN) {
    store.put("tax_code", { id, object: "tax_code", description, name, requirements: null });
  }
}

import type { PriceAnswer } from "@/lib/billing/queries/price";
import { Stopped } from "./stopped";

type NotForSaleProps = { why: Exclude<PriceAnswer, { found: "for_sale" | "unknown" }> };

/** The checkout of a price that is there, and that no plan is bought at. */
export function NotForSale({ why }: NotForSaleProps) {
  const { title, text } = wordsOf(why);
  return (
    <Stopped title={title} action={{ href: "/pricing", label: "See the plans" }}>
      {text}
    </Stopped>
  );
}

function wordsOf(why: NotForSaleProps["why"]): { title: string; text: string } {
  if (why.found === "withdrawn") {
    return {
      title: "This price isn't on offer",
      text: "It may have been once. What we offer now is on the pricing page.",
    };
  }
  if (why.paid === "by_use") {
    return {
      title: "This comes with a plan",
      text: "It is billed by what you use, together with the plan it belongs to. The pricing page says which.",
    };
  }
  return {
    title: "This isn't the price of a plan",
    text: "Our plans are paid by the month or by the year. You find them on the pricing page.",
  };
}

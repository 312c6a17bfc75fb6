import { Column } from "@/components/ui/column";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import type { Receipt as ReceiptOf } from "@/lib/billing/queries/receipt";
import { listOfFeatures } from "./opened";
import { Receipt } from "./receipt";

/** After paying: what opened, the way in, and the receipt. */
export function Bought({ receipt, locale }: { receipt: ReceiptOf; locale: string }) {
  const list = listOfFeatures(receipt.features);
  return (
    <Column width="reading">
      <PageTitle lead={list ? `Open to you from now on: ${list}.` : "Your plan has begun."}>
        {receipt.planName} is yours
      </PageTitle>
      <div className="mb-12 flex flex-wrap gap-3">
        <LinkButton href="/library" variant="primary">
          Go to the library
        </LinkButton>
        <LinkButton href="/account">See your account</LinkButton>
      </div>
      <h2 className="mb-4 text-21 font-semibold">Your receipt</h2>
      <Receipt receipt={receipt} locale={locale} />
    </Column>
  );
}

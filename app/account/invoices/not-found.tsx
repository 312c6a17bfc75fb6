import { Stopped } from "@/components/checkout/stopped";

export default function UnknownInvoice() {
  return (
    <Stopped
      title="There is no such invoice"
      action={{ href: "/account/invoices", label: "See your invoices" }}
    >
      The link isn't whole, or belongs to another account than the one you are signed in to.
    </Stopped>
  );
}

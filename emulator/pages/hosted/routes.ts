import type { Backend, PageRequest } from "../backend";
import type { Download, Page } from "../page";
import { checkoutRoutes } from "./checkout/routes";
import { invoicePage } from "./invoice-page";
import { unknownPage } from "./layout";
import { portalRoutes } from "./portal/routes";
import { receiptPage } from "./receipt-page";

/**
 * What a customer is sent to: `/checkout/{session}`, `/portal/session/{token}`, `/invoices/{token}`, its PDF at
 * `/invoices/{token}/pdf`, `/receipts/{token}` and `/credit_notes/{token}/pdf`. Null for any other path.
 */
export async function hostedRoutes(backend: Backend, request: PageRequest): Promise<Page | Download | null> {
  const { pathname } = request.url;
  if (pathname.startsWith("/checkout/")) return checkoutRoutes(backend, request);
  if (pathname.startsWith("/portal/session/")) return portalRoutes(backend, request);
  const [, area, token = "", form, ...rest] = pathname.split("/");
  if (area !== "invoices" && area !== "receipts" && area !== "credit_notes") return null;
  if (!/^\w+$/.test(token) || rest.length > 0) return unknownPage();
  if (area === "receipts") {
    const receipt = form === undefined ? backend.receipt(token) : null;
    return receipt ? receiptPage(receipt) : unknownPage();
  }
  if (area === "credit_notes") {
    const note = form === "pdf" ? backend.creditNote(token) : null;
    return note ? (await import("./credit-note-pdf")).creditNotePdf(note) : unknownPage();
  }
  const invoice = form === undefined || form === "pdf" ? backend.invoice(token) : null;
  if (!invoice) return unknownPage();
  if (form === undefined) return invoicePage(invoice, pathname);
  // The library takes longer to load than the rest of the stand-in, and few ask for a PDF.
  const { invoicePdf } = await import("./invoice-pdf");
  return invoicePdf(invoice);
}

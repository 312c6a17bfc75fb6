import type { Job } from "../core/records";
import type { Work } from "../core/work";
import { bookCharge } from "./balance";
import { cardBehind } from "./issuer";

/** Enters a charge that was captured asynchronously into the balance. Emits `charge.updated`. */
export function bookLater(work: Work, { subject }: Job): void {
  const charge = work.store.get("charge", subject);
  if (!charge || charge.balance_transaction !== null) return;
  const before = work.snapshot(charge);
  const method = work.store.get("payment_method", charge.payment_method ?? "");
  const booked = bookCharge(
    work,
    charge.id,
    method ? cardBehind(work, method).availableAtOnce === true : false,
  );
  work.emit("charge.updated", booked, before);
}

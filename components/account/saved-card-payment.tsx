"use client";

import { useActionState } from "react";
import type { StripeSource } from "@/components/checkout/load-stripe";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { PayState } from "./paying";
import { useBankQuestion } from "./use-bank-question";

type SavedCardPaymentProps = {
  source: StripeSource;
  action: (state: PayState, form: FormData) => Promise<PayState>;
  /** "Pay $19.00 with Visa ending in 4242". */
  label: string;
  returnUrl: string;
  /** Our own address of Stripe's page of the invoice. */
  page: string;
};

/** Pays with a saved card at the press of a button; where its bank asks first, in the same page. */
export function SavedCardPayment({ source, action, label, returnUrl, page }: SavedCardPaymentProps) {
  const [state, formAction] = useActionState(action, { next: "ask" });
  const { asking, refusal } = useBankQuestion(source, state, returnUrl);
  const message = refusal ?? (state.next === "tell" ? state.message : null);
  return (
    <form action={formAction} className="space-y-6">
      {message && (
        <Notice tone={message.tone} title={message.title} announce>
          {message.text}
        </Notice>
      )}
      {state.next === "confirm" && !refusal && (
        <Notice tone="info" title="Your bank wants to hear from you first" announce>
          Nothing has been charged yet. If its question doesn't appear, answer it on{" "}
          <TextLink href={page}>the invoice's own page</TextLink>.
        </Notice>
      )}
      <SubmitButton pendingLabel="Paying" aria-disabled={asking} className="w-full">
        {label}
      </SubmitButton>
    </form>
  );
}

import { PaymentElement } from "@stripe/react-stripe-js";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import type { CheckoutMessage } from "./message";

type ElementFormProps = {
  /** Called with the form once the fields are there; what it does is for the caller to say. */
  send: (form: HTMLFormElement) => Promise<void>;
  sending: boolean;
  message: CheckoutMessage | null;
  /** What the button says, and what it says while the form is on its way. */
  label: string;
  sendingLabel: string;
  /** Stripe.js can't be had. */
  failed: boolean;
  retry: () => void;
  /** Whether the card is kept: Stripe then says under its fields what it may be charged for. */
  keepsCard: boolean;
  /** What stands between the fields and the button. */
  children?: ReactNode;
};

/** Stripe's Payment Element in a form with one button. Inside `Elements`. */
export function ElementForm(props: ElementFormProps) {
  const { send, sending, message, label, sendingLabel, failed, retry, keepsCard, children } = props;
  const [ready, setReady] = useState(false);
  const [broken, setBroken] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (ready) void send(event.currentTarget);
  };
  if (failed || broken) return <Unavailable retry={broken ? () => window.location.reload() : retry} />;
  return (
    <form onSubmit={submit} className="space-y-6">
      <div className="grid content-start *:[grid-area:1/1]" aria-busy={!ready}>
        {!ready && <FieldsToCome withTerms={keepsCard} />}
        <div className={ready ? "" : "opacity-0"}>
          <PaymentElement
            options={{ business: { name: "Gatehouse" } }}
            onReady={() => setReady(true)}
            onLoadError={() => setBroken(true)}
          />
        </div>
      </div>
      {children}
      {message && (
        <Notice tone={message.tone} title={message.title} announce>
          {message.text} {message.link && <TextLink href={message.link.href}>{message.link.label}</TextLink>}
        </Notice>
      )}
      <button type="submit" aria-disabled={!ready || sending} className={buttonClass("primary", "w-full")}>
        <span aria-live="polite">{sending ? sendingLabel : label}</span>
      </button>
    </form>
  );
}

/** The space the fields will take, so that nothing moves when they come. */
function FieldsToCome({ withTerms }: { withTerms: boolean }) {
  return (
    <div className={`space-y-4 ${withTerms ? "min-h-80" : ""}`}>
      <p className="sr-only">The card form is loading.</p>
      <Skeleton className="h-18" />
      <div className="grid grid-cols-2 gap-4">
        <Skeleton className="h-18" />
        <Skeleton className="h-18" />
      </div>
      <Skeleton className="h-18" />
    </div>
  );
}

function Unavailable({ retry }: { retry: () => void }) {
  return (
    <div className="space-y-4">
      <Notice tone="warn" title="The card form can't be loaded" announce>
        It comes from our payment service, which doesn't answer. Nothing was charged.
      </Notice>
      <Button onClick={retry}>Load the card form again</Button>
    </div>
  );
}

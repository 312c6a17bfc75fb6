"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { Order } from "@/lib/billing/order/order";
import type { Begun } from "./message";

type BeginFormProps = {
  /** Leads on where it can; what it answers is to be said. */
  action: (said: Begun | null, form: FormData) => Promise<Begun>;
  order: Order;
  label: string;
  pendingLabel: string;
};

/** One button that begins a purchase for which no card is typed here. Works before JavaScript arrives. */
export function BeginForm({ action, order, label, pendingLabel }: BeginFormProps) {
  const [said, formAction] = useActionState(action, null);
  const message = said?.next === "stop" ? said.message : null;
  return (
    <form action={formAction} className="space-y-6">
      {Object.entries(order).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {message && (
        <Notice tone={message.tone} title={message.title} announce>
          {message.text} {message.link && <TextLink href={message.link.href}>{message.link.label}</TextLink>}
        </Notice>
      )}
      <SubmitButton pendingLabel={pendingLabel} className="w-full">
        {label}
      </SubmitButton>
    </form>
  );
}

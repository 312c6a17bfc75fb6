import type { ReactNode } from "react";
import { Stopped } from "@/components/checkout/stopped";
import { TextLink } from "@/components/ui/text-link";

type NoGoodProps = {
  title: string;
  /** Why, where there is more to say. */
  children?: ReactNode;
  /** Where the link would have led on to. */
  next: string;
};

/** A link that confirms nothing: where another is to be had, and the way on that the person was on. */
export function NoGood({ title, children, next }: NoGoodProps) {
  const label = next === account ? "Go to your account" : "Go on";
  return (
    <Stopped title={title} action={{ href: next, label }}>
      {children} Nothing was changed, and <TextLink href={account}>your account</TextLink> has a button that
      sends you another.
    </Stopped>
  );
}

const account = "/account";

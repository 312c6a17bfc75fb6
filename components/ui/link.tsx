import NextLink from "next/link";
import type { ComponentProps } from "react";
import { LinkPending } from "./link-pending";

type LinkProps = ComponentProps<typeof NextLink> & {
  /** A press anywhere on what it stands in, which has to be `relative`, is a press on the link. */
  stretched?: boolean;
  /** Where the line is drawn that says its page is on the way. */
  line?: string;
};

/**
 * Next's link, but for what it would fetch ahead. Each page is made for who asks, so all that can be had before a press is
 * an empty frame: two requests for each link in sight, nine links a page, and nobody is there any sooner. After the press
 * it shows that something is happening.
 */
export function Link({
  className = "",
  stretched,
  line = "inset-x-1 bottom-1",
  children,
  ...rest
}: LinkProps) {
  const placed = stretched ? "after:absolute after:inset-0" : "relative";
  return (
    <NextLink {...rest} prefetch={false} className={`${placed} ${className}`}>
      {children}
      <LinkPending className={line} />
    </NextLink>
  );
}

import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * Next's link, but for what it would fetch ahead. Each page is made for who asks, so all that can be had before a press is
 * an empty frame: two requests for each link in sight, nine links a page, and nobody is there any sooner.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink {...props} prefetch={false} />;
}

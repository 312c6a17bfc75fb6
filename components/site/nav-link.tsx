"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** A link of the site's navigation. It marks itself when the visitor is on its page or below it. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const here = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      {...(here && { "aria-current": pathname === href ? "page" : "true" })}
      className="inline-flex min-h-11 items-center text-15 text-ink-soft decoration-accent decoration-2 underline-offset-8 hover:text-ink aria-[current]:text-ink aria-[current]:underline"
    >
      {children}
    </Link>
  );
}

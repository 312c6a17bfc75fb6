"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { LinkButton } from "@/components/ui/link-button";

const PAUSE = 4_000;

/** Asks for the page again every few seconds, in place, so that nobody who reads it loses their place; and whenever it is pressed. */
export function LookAgain() {
  const router = useRouter();
  const here = `${usePathname()}?${useSearchParams()}`;
  useEffect(() => {
    const turns = setInterval(() => router.refresh(), PAUSE);
    return () => clearInterval(turns);
  }, [router]);
  return <LinkButton href={here}>Look again now</LinkButton>;
}

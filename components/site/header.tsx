import { ArchMark } from "@/components/ui/arch";
import { Link } from "@/components/ui/link";
import { currentUser } from "@/lib/auth/session";
import { NavLink } from "./nav-link";

/** The mark and the ways through the house; the last of them depends on who is here. */
export async function SiteHeader() {
  const user = await currentUser();
  return (
    <header className="border-b border-line print:hidden">
      <div className="page-width flex min-h-16 items-center justify-between gap-4">
        <Link href="/" className="inline-flex min-h-11 items-center gap-2.5 text-17 font-semibold">
          <ArchMark className="size-6 text-accent" />
          <span className="max-[25rem]:sr-only">Gatehouse</span>
        </Link>
        <nav aria-label="Site" className="flex gap-5 sm:gap-8">
          <NavLink href="/library">Library</NavLink>
          <NavLink href="/pricing">Pricing</NavLink>
          {user ? <NavLink href="/account">Account</NavLink> : <NavLink href="/sign-in">Sign in</NavLink>}
        </nav>
      </div>
    </header>
  );
}

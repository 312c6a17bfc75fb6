import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { PasswordForm } from "@/components/auth/password-form";
import { passwordRule } from "@/components/auth/password-rule";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/auth/session";
import { change } from "./actions";

export const metadata: Metadata = { title: "Your password" };

export default async function PasswordPage() {
  await requireUser("/account/password");
  return (
    <AccountPage
      title="Your password"
      lead="A new one signs out every other browser that is signed in to your account."
      width="form"
    >
      <PasswordForm action={change} passwordRule={passwordRule} askCurrent />
      <p className="mt-8 text-15 text-ink-soft">
        Forgot the one you have? <TextLink href="/new-password">We send you a link</TextLink>
      </p>
    </AccountPage>
  );
}

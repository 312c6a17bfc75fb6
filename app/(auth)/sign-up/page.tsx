import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { passwordRule } from "@/components/auth/password-rule";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { TextLink } from "@/components/ui/text-link";
import { safeNext, signInPath } from "@/lib/auth/next-path";
import { currentUser } from "@/lib/auth/session";
import { signUp } from "./actions";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next } = await searchParams;
  if (await currentUser()) redirect(safeNext(next, "/pricing"));
  const onwards = safeNext(next, "") || undefined;
  return (
    <Column width="form">
      <PageTitle lead="Reading the free articles needs no account; subscribing does.">Sign up</PageTitle>
      <SignUpForm action={signUp} next={onwards} passwordRule={passwordRule} />
      <p className="mt-8 text-15 text-ink-soft">
        Have an account? <TextLink href={signInPath(onwards)}>Sign in</TextLink>
      </p>
    </Column>
  );
}

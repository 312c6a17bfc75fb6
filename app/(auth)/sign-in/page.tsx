import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Column } from "@/components/ui/column";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { TextLink } from "@/components/ui/text-link";
import { newPasswordPath, safeNext, signUpPath } from "@/lib/auth/next-path";
import { currentUser } from "@/lib/auth/session";
import { signIn } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  if (await currentUser()) redirect(safeNext(next, "/account"));
  const onwards = safeNext(next, "") || undefined;
  return (
    <Column width="form">
      <PageTitle>Sign in</PageTitle>
      {error && (
        <div className="mb-6">
          <Notice tone="bad" title="Signing in didn't work">
            Check your e-mail address and password, or wait a little after many attempts.
          </Notice>
        </div>
      )}
      <SignInForm action={signIn} next={onwards} />
      <div className="mt-8 space-y-2 text-15 text-ink-soft">
        <p>
          No account yet? <TextLink href={signUpPath(onwards)}>Sign up</TextLink>
        </p>
        <p>
          Forgot your password? <TextLink href={newPasswordPath(onwards)}>Choose a new one</TextLink>
        </p>
      </div>
    </Column>
  );
}

import { SubmitButton } from "@/components/ui/submit-button";
import { signOut, signOutEverywhere } from "@/lib/auth/sign-out";

/** Both ways out: of this browser, and of every browser at once. */
export function SignOutForm() {
  return (
    <div className="flex flex-wrap gap-3">
      <form action={signOut}>
        <SubmitButton variant="quiet" pendingLabel="Signing out">
          Sign out
        </SubmitButton>
      </form>
      <form action={signOutEverywhere}>
        <SubmitButton variant="plain" pendingLabel="Signing out">
          Sign out everywhere
        </SubmitButton>
      </form>
    </div>
  );
}

import { Stopped } from "@/components/checkout/stopped";
import { newPasswordPath, safeNext } from "@/lib/auth/next-path";
import { searchOfRequest } from "@/lib/http/search";

export default async function UnknownPasswordLink() {
  const onwards = safeNext((await searchOfRequest()).get("next"), "") || undefined;
  return (
    <Stopped
      title="This link counts no more"
      action={{ href: newPasswordPath(onwards), label: "Ask for another" }}
    >
      It was used already, the password was changed since, or a mail program broke it in two. Nothing was
      changed now.
    </Stopped>
  );
}

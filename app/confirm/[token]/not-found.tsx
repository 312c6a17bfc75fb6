import { NoGood } from "@/components/confirmation/no-good";
import { safeNext } from "@/lib/auth/next-path";
import { searchOfRequest } from "@/lib/http/search";

export default async function UnknownConfirmation() {
  const next = safeNext((await searchOfRequest()).get("next"), "/account");
  return (
    <NoGood title="This link isn't whole" next={next}>
      Mail programs sometimes break a link in two.
    </NoGood>
  );
}

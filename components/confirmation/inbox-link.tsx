import { TextLink } from "@/components/ui/text-link";
import { isInboxUsed } from "@/lib/email/inbox";

/** The way to the page that shows our mail, where it goes nowhere else. */
export function InboxLink() {
  if (!isInboxUsed()) return null;
  return (
    <>
      {" "}
      Here, mail is kept in <TextLink href="/dev/inbox">the inbox</TextLink>.
    </>
  );
}

import { ArchClosed } from "@/components/ui/arch";
import { Button } from "@/components/ui/button";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";

type FailedProps = {
  title: string;
  /** What is still so although this failed. */
  lead: string;
  error: Error & { digest?: string };
  retry: () => void;
};

/** In place of a page that couldn't be made. What went wrong is in the server's log, under the number shown here. */
export function Failed({ title, lead, error, retry }: FailedProps) {
  return (
    <Column>
      <title>Not available · Gatehouse</title>
      <ArchClosed className="mb-6 size-12 text-ink-soft" />
      <PageTitle lead={lead}>{title}</PageTitle>
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      {error.digest && (
        <p className="mt-8 text-13 text-ink-soft">
          If it stays like this, this number helps us find it:{" "}
          <code className="font-mono">{error.digest}</code>
        </p>
      )}
    </Column>
  );
}

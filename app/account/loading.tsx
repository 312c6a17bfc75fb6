import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { Skeleton } from "@/components/ui/skeleton";

export default function AccountLoading() {
  return (
    <Column>
      <PageTitle>Your account</PageTitle>
      <Skeleton className="mb-12 h-8 w-80 max-w-full" />
      <div className="space-y-10 border-t border-line py-10">
        <Skeleton className="h-11 w-64" />
        <Skeleton className="h-11 w-64" />
      </div>
    </Column>
  );
}

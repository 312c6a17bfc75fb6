import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";

export default function LandingPage() {
  return (
    <Column>
      <PageTitle>Gatehouse</PageTitle>
    </Column>
  );
}

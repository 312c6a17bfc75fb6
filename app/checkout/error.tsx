"use client";

import { Button } from "@/components/ui/button";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";

export default function CheckoutError({ retry }: { error: Error; retry: () => void }) {
  return (
    <Column width="reading">
      <PageTitle lead="Something on our side failed. If you were paying: you can't be charged twice, and your account page says what you hold.">
        The checkout can't be shown
      </PageTitle>
      <Button variant="primary" onClick={retry}>
        Load it again
      </Button>
    </Column>
  );
}

import { LinkButton } from "@/components/ui/link-button";
import { LibraryWindow } from "./window";

export function Hero() {
  return (
    <section className="page-width grid items-end gap-x-16 gap-y-14 pt-16 lg:grid-cols-[1fr_28rem] lg:pt-20">
      <div className="lg:pb-24">
        <h1 className="font-serif text-40 font-semibold tracking-tight sm:text-56">
          Short essays and worked examples for people who run subscriptions.
        </h1>
        <LinkButton variant="primary" href="/pricing" className="mt-10">
          See the plans
        </LinkButton>
      </div>
      <LibraryWindow />
    </section>
  );
}

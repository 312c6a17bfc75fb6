import { Icon } from "@/components/ui/icon";
import type { Plan } from "@/lib/billing/queries/plans";

type Feature = Plan["features"][number];

type FeatureListProps = {
  /** Every feature on sale, in one order for all plans, so that they compare line by line. */
  all: readonly Feature[];
  held: readonly Feature[];
};

export function FeatureList({ all, held }: FeatureListProps) {
  return (
    <ul className="text-15">
      {all.map(({ key, name }) => {
        const included = held.some((feature) => feature.key === key);
        return (
          <li
            key={key}
            className={`flex gap-3 border-t border-line py-2.5 ${included ? "" : "text-ink-soft"}`}
          >
            <Icon
              path={included ? "m3 8.5 3.5 3.5L13 4.5" : "M4 8h8"}
              className={`mt-1 size-4 ${included ? "text-accent" : ""}`}
            />
            <span>
              {name}
              {!included && <span className="sr-only"> (not included)</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

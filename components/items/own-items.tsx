import { TextLink } from "@/components/ui/text-link";
import type { OwnItem } from "@/lib/billing/queries/own-items";

/** What a person has bought once, and the receipt of each. */
export function OwnItems({ items }: { items: readonly OwnItem[] }) {
  return (
    <ul className="space-y-2">
      {items.map(({ id, name }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4">
          <span>
            Yours for good: <span className="font-medium">{name}</span>
          </span>
          <TextLink href={`/account/bought/${id}`} aria-label={`Receipt of ${name}`}>
            Receipt
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

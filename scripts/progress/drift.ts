import { type Differing, isInOrder, type Reconciled } from "@/lib/stripe/reconcile/reconcile";
import { reasonOf } from "../support/reason";

const words = { missing: "missing", stale: "stale", gone: "gone upstream" } as const;

/** What a comparison has found, for a person: a line a type, and beneath it the ids that differ. */
export function describeDrift(found: readonly Reconciled[]): string {
  const lines = found.flatMap(({ type, compared, drift, repaired, error }) => [
    `${type}: ${compared.toLocaleString("en-US")} compared, ${summary(drift, repaired)}`,
    ...kinds(drift).map(([kind, { count, ids }]) => {
      const more = count > ids.length ? ` and ${count - ids.length} more (--verbose)` : "";
      return `  ${words[kind]} (${count}): ${ids.join(", ")}${more}`;
    }),
    ...(error === undefined ? [] : [`  could not be compared to the end: ${reasonOf(error)}`]),
  ]);
  const differs = found.some(({ drift, repaired }) => !repaired && kinds(drift).length > 0);
  const advice = differs ? ["", "Repair it with: npm run stripe:reconcile -- --fix"] : [];
  return [...lines, ...advice].join("\n");
}

/** The same as one JSON object. */
export function driftAsJson(found: readonly Reconciled[]): string {
  const types = found.map(({ type, error, ...rest }) => [
    type,
    { ...rest, ...(error === undefined ? {} : { error: reasonOf(error) }) },
  ]);
  return JSON.stringify({ inOrder: found.every(isInOrder), types: Object.fromEntries(types) }, null, 2);
}

function summary(drift: Reconciled["drift"], repaired: boolean): string {
  const differing = kinds(drift);
  if (differing.length === 0) return "no drift";
  const counts = differing.map(([kind, { count }]) => `${count} ${words[kind]}`).join(", ");
  return repaired ? `${counts}, repaired` : counts;
}

function kinds(drift: Reconciled["drift"]): [keyof typeof words, Differing][] {
  const all: [keyof typeof words, Differing][] = [
    ["missing", drift.missing],
    ["stale", drift.stale],
    ["gone", drift.gone],
  ];
  return all.filter(([, { count }]) => count > 0);
}

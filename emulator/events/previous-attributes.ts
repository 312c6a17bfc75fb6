type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of `before` that differ in `after`, with their old values: a hash goes down to the keys that
 * changed (a key that is new was `null`), a list is given whole, and of a nested list object its `data` alone.
 * https://docs.stripe.com/api/events/object#event_object-data-previous_attributes
 */
export function previousAttributes(before: Fields, after: Fields): Fields {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const [old, now] = [before[name], after[name]];
      if (JSON.stringify(old) === JSON.stringify(now)) return [];
      if (isHash(old) && isHash(now)) {
        if (old.object === "list") return [[name, { data: old.data }]];
        if (typeof old.id === "string" && old.id !== now.id) return [[name, old]];
        return [[name, previousAttributes(old, now)]];
      }
      return [[name, old ?? null]];
    }),
  );
}

function isHash(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { Store } from "@/emulator/core/store";

const feature = (id: string, lookup_key: string) => ({
  id,
  object: "entitlements.feature" as const,
  active: true,
  livemode: false,
  lookup_key,
  metadata: {},
  name: id,
});

const change = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  key: fc.constantFrom("x", "y"),
  deletes: fc.boolean(),
});

/** Everything that can be seen of a store. */
function seen(store: Store) {
  return {
    all: store.list("entitlements.feature"),
    x: store.list("entitlements.feature", "lookup_key", "x"),
    y: store.list("entitlements.feature", "lookup_key", "y"),
  };
}

function apply(store: Store, changes: readonly { id: string; key: string; deletes: boolean }[]): void {
  for (const { id, key, deletes } of changes) {
    if (deletes) store.delete("entitlements.feature", id);
    else store.put("entitlements.feature", feature(id, key));
  }
}

test("work that is taken back leaves no trace, in objects, order or indexes", () => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (kept, undone) => {
      const store = new Store();
      store.begin();
      apply(store, kept);
      store.commit();
      const before = seen(store);
      store.begin();
      apply(store, undone);
      store.rollback();
      expect(seen(store)).toEqual(before);
    }),
  );
});

test("replaying what commits told rebuilds the store", () => {
  fc.assert(
    fc.property(fc.array(fc.array(change)), (works) => {
      const store = new Store();
      const copy = new Store();
      for (const work of works) {
        store.begin();
        apply(store, work);
        for (const told of store.commit()) copy.apply(told);
      }
      expect(seen(copy)).toEqual(seen(store));
    }),
  );
});

test("what is stored can't be changed in place", () => {
  const store = new Store();
  store.begin();
  const stored = store.put("entitlements.feature", feature("a", "x"));
  expect(() => Object.assign(stored, { name: "other" })).toThrow(TypeError);
  expect(() => Object.assign(stored.metadata, { key: "value" })).toThrow(TypeError);
});

test("nothing is changed outside of work", () => {
  expect(() => new Store().put("entitlements.feature", feature("a", "x"))).toThrow("outside of work");
});

import { expect, test } from "vitest";
import { Hindsight } from "@/emulator/core/hindsight";
import { Store } from "@/emulator/core/store";

const job = (id: string, name: string) => ({ id, at: 1, clock: null, name, subject: "" });

/** Does something at a moment, as an account does. */
function change(store: Store, hindsight: Hindsight, at: number, task: () => void) {
  store.begin();
  task();
  hindsight.note(store.earlier(), at);
  store.commit();
}

test("a store is read as it was at each moment, and is then what it is", () => {
  const [store, hindsight] = [new Store(), new Hindsight()];
  change(store, hindsight, 10, () => store.put("_job", job("a", "first")));
  change(store, hindsight, 20, () => store.put("_job", job("a", "second")));
  change(store, hindsight, 30, () => {
    store.delete("_job", "a");
    store.put("_job", job("b", "third"));
  });
  const seen = (moment: number) => {
    store.begin();
    const names = hindsight.asOf(store, moment, () => store.list("_job").map(({ name }) => name));
    expect(store.commit()).toEqual([]);
    return names;
  };
  expect([5, 10, 20, 29, 30].map(seen)).toEqual([[], ["first"], ["second"], ["second"], ["third"]]);
});

test("what was forgotten can't be looked back on", () => {
  const [store, hindsight] = [new Store(), new Hindsight()];
  change(store, hindsight, 10, () => store.put("_job", job("a", "first")));
  hindsight.forget();
  store.begin();
  expect(hindsight.asOf(store, 5, () => store.list("_job"))).toHaveLength(1);
});

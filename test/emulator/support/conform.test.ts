import { beforeAll, expect, test } from "vitest";
import { type Conformance, loadConformance } from "./conform";

let check: Conformance;
beforeAll(async () => {
  check = await loadConformance();
}, 120_000);

const feature = {
  id: "feat_1",
  object: "entitlements.feature",
  active: true,
  livemode: false,
  lookup_key: "key",
  metadata: {},
  name: "Feature",
};

test("an object as typed conforms, alone and in a list", () => {
  expect(check(feature)).toEqual([]);
  expect(check({ object: "list", data: [feature], has_more: false, url: "/" })).toEqual([]);
});

test("a field too many, too few or of another type is found", () => {
  expect(check({ ...feature, more: 1 })).toHaveLength(1);
  expect(check({ ...feature, active: "yes" })).not.toEqual([]);
  const { name: _name, ...nameless } = feature;
  expect(check({ object: "list", data: [feature, nameless], has_more: false, url: "/" })).toHaveLength(1);
  expect(check({ object: "nonsense" })).toEqual(["no object is called nonsense"]);
});

test("an event is checked with the object it carries", () => {
  const event = {
    id: "evt_1",
    object: "event",
    api_version: null,
    created: 1,
    data: { object: { ...feature, name: 3 } },
    livemode: false,
    pending_webhooks: 0,
    request: null,
    type: "customer.created",
  };
  expect(check(event)).toHaveLength(1);
});

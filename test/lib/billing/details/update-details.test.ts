import { expect, test } from "vitest";
import { type Details, detailsForm } from "@/lib/billing/details/details";
import { updateDetails } from "@/lib/billing/details/update-details";
import { customerOf } from "@/lib/billing/queries/customer";
import { detailsOf } from "@/lib/billing/queries/details";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { useStandIn } from "../support/stand-in";

useTestDatabase();
useStandIn();

const details: Details = {
  name: "Ada Reader & Co.",
  line1: "Lindenhof 4",
  line2: "",
  city: "Zürich",
  postalCode: "8001",
  state: "",
  country: "CH",
};
const none = { line1: "", line2: "", city: "", postalCode: "", state: "", country: "" };

test("before anything is billed, the person's own name stands there", async () => {
  expect(await detailsOf(await aPerson())).toEqual({ name: "Ada", ...none });
});

test("what is saved stands at Stripe and is shown again, and can be taken back", async () => {
  const userId = await aPerson();
  await updateDetails({ userId, details });
  expect(await detailsOf(userId)).toEqual(details);
  expect(await stripe().customers.retrieve((await customerOf(userId)) ?? "")).toMatchObject({
    name: "Ada Reader & Co.",
    address: { line1: "Lindenhof 4", city: "Zürich", postal_code: "8001", country: "CH", line2: null },
  });
  await updateDetails({ userId, details: { name: "Ada", ...none } });
  expect(await detailsOf(userId)).toEqual({ name: "Ada", ...none });
});

test("one person's details are not another's", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  await updateDetails({ userId: one, details });
  expect((await detailsOf(other)).city).toBe("");
});

test("an address needs its country, a name its letters, and neither has line breaks", () => {
  const faults = (changes: Partial<Details>) =>
    detailsForm.safeParse({ ...details, ...changes }).error?.issues.map(({ path }) => path[0]);
  expect(faults({})).toBeUndefined();
  expect(faults({ country: "" })).toEqual(["country"]);
  expect(faults({ country: "XX" })).toEqual(["country"]);
  expect(faults({ name: "  " })).toEqual(["name"]);
  expect(faults({ name: "Ada\u0000" })).toEqual(["name"]);
  expect(faults({ line1: "x".repeat(201) })).toEqual(["line1"]);
  expect(faults({ line1: "one\ntwo" })).toEqual(["line1"]);
});

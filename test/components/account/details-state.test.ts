import { expect, test } from "vitest";
import { detailsFaults, typedDetails } from "@/components/account/details-state";
import { detailsForm } from "@/lib/billing/details/details";

test("what is far too long is shown again, cut, and refused as too long", () => {
  const form = new FormData();
  form.set("name", "Ada Reader");
  form.set("line1", "x".repeat(10_000));
  const values = typedDetails(form);
  expect(values).toMatchObject({ name: "Ada Reader", line1: "x".repeat(300) });
  const { error } = detailsForm.safeParse(values);
  expect(error && detailsFaults(error)).toMatchObject({ line1: "An address has at most 200 characters." });
});

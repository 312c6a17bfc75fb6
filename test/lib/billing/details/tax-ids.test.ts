import { beforeAll, expect, test } from "vitest";
import { addTaxId } from "@/lib/billing/details/add-tax-id";
import { removeTaxId } from "@/lib/billing/details/remove-tax-id";
import { taxIdForm } from "@/lib/billing/details/tax-id-types";
import { taxIdsOf } from "@/lib/billing/queries/tax-ids";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const vat = { type: "eu_vat", value: "DE123456789" } as const;

test("a tax number is added once, however often and however it is spaced, and taken off", async () => {
  const userId = await aPerson();
  expect(await addTaxId({ userId, ...vat })).toEqual({ outcome: "tax_id_added" });
  expect(await addTaxId({ userId, ...vat, value: "de 123 456 789" })).toEqual({ outcome: "tax_id_added" });
  const [held, second] = await taxIdsOf(userId);
  expect(held).toMatchObject({ ...vat, verified: null });
  expect(second).toBeUndefined();
  expect(await removeTaxId({ userId, taxId: held?.id ?? "" })).toEqual({ outcome: "tax_id_removed" });
  expect(await taxIdsOf(userId)).toEqual([]);
  expect(await removeTaxId({ userId, taxId: held?.id ?? "" })).toEqual({ outcome: "tax_id_not_found" });
});

test("what isn't written as its kind is refused, and a sixth number too", async () => {
  const userId = await aPerson();
  expect(await addTaxId({ userId, type: "eu_vat", value: "12" })).toEqual({ outcome: "tax_id_invalid" });
  for (const last of [1, 2, 3, 4, 5]) await addTaxId({ userId, type: "us_ein", value: `12-345678${last}` });
  expect(await addTaxId({ userId, type: "us_ein", value: "12-3456786" })).toEqual({
    outcome: "tax_ids_full",
  });
  expect(await taxIdsOf(userId)).toHaveLength(5);
  for (const given of [
    { type: "moon_vat", value: "1" },
    { type: "eu_vat", value: " " },
    { type: "eu_vat", value: "1".repeat(61) },
    { type: "jp_trn", value: "T1234567\u0000" },
  ]) {
    expect(taxIdForm.safeParse(given).success).toBe(false);
  }
});

test("another person's number is not found, and stays", async () => {
  const owner = await aPerson();
  await addTaxId({ userId: owner, ...vat });
  const [held] = await taxIdsOf(owner);
  const other = await aPerson();
  await addTaxId({ userId: other, ...vat });
  for (const taxId of [held?.id ?? "", "txi_none", "../customers", ""]) {
    expect(await removeTaxId({ userId: other, taxId })).toEqual({ outcome: "tax_id_not_found" });
  }
  expect(await taxIdsOf(owner)).toHaveLength(1);
});

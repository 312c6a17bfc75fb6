import { type MirroredType, mirrored } from "../mirror/registry";
import { testClocks } from "./test-clocks";

/** One of the lists that together hold all objects of a type; its query names it. */
export type Section = { query: string; address: string };

/**
 * The lists to read for all objects of a type that Stripe lists by itself.
 *
 * @param since unix seconds: leaves out what was made before, where Stripe's list can. What is on a test clock
 *   is listed whole, since its dates are simulated.
 */
export async function sectionsOf(type: MirroredType, since: number | null): Promise<Section[]> {
  const { path, queries = [""], undated, apartByClock, expand = [] } = mirrored(type);
  const made = since === null || undated ? "" : `created[gte]=${Math.floor(since)}`;
  const section = (query: string, ...more: string[]) => {
    const expanded = expand.map((field) => `expand[]=data.${field}`);
    const parts = [query, ...more, ...expanded].filter(Boolean).join("&");
    return { query, address: parts ? `${path}?${parts}` : path };
  };
  const clocks = apartByClock ? await testClocks() : [];
  return [
    ...queries.map((query) => section(query, made)),
    ...clocks.flatMap((clock) =>
      queries.map((query) => section([query, `test_clock=${clock}`].filter(Boolean).join("&"))),
    ),
  ];
}

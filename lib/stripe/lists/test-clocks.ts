import { isLiveKey } from "../client";
import { isDocument } from "../mirror/observed";
import { readAll } from "../mirror/read-list";
import { isUnknownToStandIn } from "./stand-in";

/** The ids of the account's test clocks; there are none in live mode. https://docs.stripe.com/api/test_clocks/list */
export async function testClocks(): Promise<string[]> {
  if (isLiveKey()) return [];
  try {
    const { entries } = await readAll("/v1/test_helpers/test_clocks");
    return entries.filter(isDocument).map(({ id }) => id);
  } catch (error) {
    if (isUnknownToStandIn(error)) return [];
    throw error;
  }
}

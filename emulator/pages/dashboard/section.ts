import type { ActionField } from "./action";
import { type Cell, moment } from "./cells";

/** A type of object as the dashboard lists it. */
export interface Section {
  title: string;
  /** Its collection in the API. */
  collection: string;
  /** Further parameters of the list. */
  query?: Readonly<Record<string, string>>;
  /** What the list can be narrowed by, by the API's parameters. */
  filters?: readonly ActionField[];
  /** What an empty list says, where there may be some that it can't show. */
  none?: string;
  columns: ReadonlyArray<readonly [title: string, cell: Cell]>;
}

/** A filter of a list, with what there is to choose from. */
export const filter = (name: string, label: string, options?: readonly string[]): ActionField => ({
  name,
  label,
  value: "",
  ...(options === undefined ? {} : { options: ["", ...options] }),
});

/** Filters and a column that many lists have. */
export const OF_CUSTOMER = filter("customer", "Customer");

/** What is on a test clock is listed by it alone. */
export const OF_CLOCK = filter("test_clock", "Test clock");
export const ACTIVE = filter("active", "Active", ["true", "false"]);
export const CREATED = ["Created", moment("created")] as const;

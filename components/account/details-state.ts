import { z } from "zod";
import type { Details, DetailsField } from "@/lib/billing/details/details";

/** What an answer to the form of billing details shows again. */
export type DetailsState = {
  values: Details;
  errors: Partial<Record<DetailsField, string>>;
  trouble?: { title: string; text: string };
};

export type DetailsAction = (state: DetailsState, form: FormData) => Promise<DetailsState>;

/** More letters than any field takes, so that what is cut there is refused as too long. */
const worthKeeping = 300;

/** What somebody typed, to show again, however much of it. */
export function typedDetails(form: FormData): Details {
  const kept = (field: DetailsField) => {
    const value = form.get(field);
    return typeof value === "string" ? value.trim().slice(0, worthKeeping) : "";
  };
  return {
    name: kept("name"),
    line1: kept("line1"),
    line2: kept("line2"),
    city: kept("city"),
    postalCode: kept("postalCode"),
    state: kept("state"),
    country: kept("country"),
  };
}

/** The first fault of each field, in its words. */
export function detailsFaults(error: z.ZodError<Details>): DetailsState["errors"] {
  const faults = Object.entries(z.flattenError(error).fieldErrors);
  return Object.fromEntries(faults.map(([field, found]) => [field, found?.[0]]));
}

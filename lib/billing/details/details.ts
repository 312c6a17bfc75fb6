import { z } from "zod";
import { isCountry } from "@/lib/locale/countries";
import { isVisible } from "@/lib/visible";

const line = (words: string) =>
  z
    .string()
    .trim()
    .max(200, `${words} has at most 200 characters.`)
    .refine((text) => !/\p{Cc}/u.test(text), `${words} has to stand on one line.`);

/** What stands on a person's invoices. An empty text stands for none. */
export const detailsForm = z
  .object({
    name: line("A name").refine(isVisible, "Enter the name that your invoices are made out to."),
    line1: line("An address"),
    line2: line("An address"),
    city: line("A city"),
    postalCode: line("A postal code"),
    state: line("A state"),
    country: z.string().refine((code) => code === "" || isCountry(code), "Choose a country of the list."),
  })
  .refine((given) => given.country !== "" || (given.line1 === "" && given.city === ""), {
    path: ["country"],
    message: "Choose the country of your address.",
  });

export type Details = z.infer<typeof detailsForm>;
export type DetailsField = keyof Details;

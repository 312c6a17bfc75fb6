import { countries } from "./countries";
import { SelectField } from "./select-field";

/** The country of an address, of all there are or of those `allowed`. */
export function countryField(
  group: "billing" | "shipping",
  locale: string,
  value: string,
  onChange: () => void,
  allowed: readonly string[] | null = null,
): SelectField {
  return new SelectField({
    name: "country",
    label: "Country",
    autocomplete: `${group} country`,
    choices: countries(locale).filter(({ code }) => !allowed?.length || allowed.includes(code)),
    value,
    onChange,
  });
}

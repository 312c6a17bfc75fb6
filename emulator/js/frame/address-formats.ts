import type { Choice } from "./select-field";
import { STATES } from "./states";

/** How a country writes addresses. */
export interface AddressFormat {
  city: string;
  /** What its states are called; null where an address has none. */
  state: string | null;
  /** The states to choose from; empty where they are typed. */
  states: readonly Choice[];
  /** What its postal code is called; null where there is none. */
  postal: string | null;
  postalPattern: RegExp;
}

const USUAL: AddressFormat = {
  city: "City",
  state: null,
  states: [],
  postal: "Postal code",
  postalPattern: /\S/,
};

const DIFFERENT: Readonly<Record<string, Partial<AddressFormat>>> = {
  US: { state: "State", states: STATES.US, postal: "ZIP code", postalPattern: /^\d{5}(-?\d{4})?$/ },
  CA: {
    state: "Province",
    states: STATES.CA,
    postalPattern: /^[A-Z]\d[A-Z]\s?\d[A-Z]\d$/i,
  },
  AU: { city: "Suburb", state: "State", states: STATES.AU, postalPattern: /^\d{4}$/ },
  GB: { city: "Town or city", postalPattern: /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/i },
  DE: { postalPattern: /^\d{5}$/ },
  FR: { postalPattern: /^\d{5}$/ },
  NL: { postalPattern: /^\d{4}\s?[A-Z]{2}$/i },
  BR: { state: "State" },
  CN: { state: "Province" },
  ES: { state: "Province", postalPattern: /^\d{5}$/ },
  IE: { state: "County", postal: "Eircode" },
  IN: { state: "State", postal: "PIN", postalPattern: /^\d{6}$/ },
  IT: { state: "Province", postalPattern: /^\d{5}$/ },
  JP: { state: "Prefecture", postalPattern: /^\d{3}-?\d{4}$/ },
  KR: { state: "Do or si" },
  MX: { state: "State", postalPattern: /^\d{5}$/ },
  AE: { city: "City", state: "Emirate", postal: null },
  HK: { city: "District", state: "Area", postal: null },
};

/** Countries whose post has no codes. */
const WITHOUT_CODES =
  "AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM FJ GA GD GH GM GN GQ GY KI KM KP ML MO MR MW NR QA RW SB SC SL SR ST SY TD TG TO TT TV UG VU YE ZW".split(
    " ",
  );

/** The format of a country's addresses; the usual one for those that have no entry. */
export function addressFormat(country: string): AddressFormat {
  const postal = WITHOUT_CODES.includes(country) ? { postal: null } : {};
  return { ...USUAL, ...postal, ...DIFFERENT[country] };
}

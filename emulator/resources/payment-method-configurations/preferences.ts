import type { Held } from "../../core/kinds";

type Configuration = Held<"payment_method_configuration">;
type Preference = NonNullable<Configuration["card"]>;

/** The names under which a configuration keeps what it says about a way to pay. */
type MethodName = {
  [Name in keyof Configuration]-?: NonNullable<Configuration[Name]> extends Preference ? Name : never;
}[keyof Configuration];

export type Preferences = { readonly [Name in MethodName]?: Preference };

const on: Preference = preference("on");
const off: Preference = preference("off");

/** What an account shows by itself: cards, the wallets that hold them, and Link. */
export const METHODS_ON: Preferences = {
  apple_pay: on,
  card: on,
  cartes_bancaires: off,
  google_pay: on,
  link: on,
};

/** What a new configuration begins with. */
export const METHODS_OFF: Preferences = {
  apple_pay: off,
  card: on,
  cartes_bancaires: off,
  google_pay: off,
  link: off,
};

/** What a request says about ways to pay: under its name, each with `display_preference`. */
export function shownAs(params: object): Preferences {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, given]) => {
      const wanted = given?.display_preference?.preference;
      return wanted === undefined ? [] : [[name, preference(wanted === "none" ? "off" : wanted, wanted)]];
    }),
  );
}

function preference(value: "on" | "off", wanted: "on" | "off" | "none" = value): Preference {
  return { available: value === "on", display_preference: { overridable: null, preference: wanted, value } };
}

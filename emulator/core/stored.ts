import type Stripe from "stripe";

/**
 * Every shape here is one of the SDK's own, as the stand-in keeps it: another object is its id alone
 * (whether shown whole always or when expanded is the renderer's concern), a nested list is the ids of its members in order, a `Decimal` is the
 * string that travels on the wire.
 */
export type Stored<T> = T extends string
  ? Closed<T>
  : T extends Stripe.Decimal
    ? string
    : T extends Stripe.ApiList<unknown>
      ? readonly string[]
      : T extends readonly (infer Item)[]
        ? readonly Stored<Reference<Item>>[]
        : T extends object
          ? { readonly [Key in keyof T]: Stored<Reference<T[Key]>> }
          : T;

/** Another object of Stripe's, expandable or always shown whole, is kept as its id; anything else as it is. */
type Reference<T> = T extends { id: string; object: string } ? string : T;

/** Parameters as they arrive: decimals are strings, and an empty string stands for "unset", never `null`. */
export type Wire<T> = T extends string
  ? Closed<T>
  : T extends Stripe.Decimal
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Wire<Exclude<Item, null>>[]
      : T extends object
        ? { readonly [Key in keyof T]: Wire<Exclude<T[Key], null>> }
        : T;

/**
 * The SDK leaves its enumerations open for values of later versions (`"active" | OtherString`). The stand-in
 * keeps and takes only those of its own version, so that what it does about each can be exhaustive.
 */
type Closed<T extends string> = string extends T ? (Same<T, string> extends true ? T : never) : T;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

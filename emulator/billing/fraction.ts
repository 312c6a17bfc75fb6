/** An exact fraction with a positive denominator: money times time never passes through a float. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** A fraction with a positive denominator, not reduced. @throws RangeError where the denominator is zero */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError("A fraction's denominator can't be zero");
  return bottom < 0n
    ? { numerator: -BigInt(numerator), denominator: -bottom }
    : { numerator: BigInt(numerator), denominator: bottom };
}

/** Reads a decimal string such as `unit_amount_decimal`'s "12.5"; throws on anything else. */
export function decimal(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`Not a decimal: ${text}`);
  const [, sign = "", whole = "", places = ""] = match;
  return fraction(BigInt(`${sign}${whole}${places}`), 10n ** BigInt(places.length));
}

/** Their exact sum. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** Their exact product. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The same amount with the other sign. */
export function negated(a: Fraction): Fraction {
  return fraction(-a.numerator, a.denominator);
}

/** The largest whole number that isn't above it, below zero too. */
export function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient;
}

/** The smallest whole number that isn't below it. */
export function ceiling(a: Fraction): bigint {
  return -floor(negated(a));
}

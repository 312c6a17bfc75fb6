import fc from "fast-check";
import { expect, test } from "vitest";
import { StripeError } from "@/emulator/core/errors";
import { parseForm, plain } from "@/emulator/core/form";

/** As Stripe's clients write nested values. */
function written(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(Object(value)).flatMap(([key, inner]) =>
    written(inner, path === "" ? key : `${path}[${key}]`),
  );
}

const key = fc.stringMatching(/^[a-z0-9_ é%&=]{1,8}$/);
const { tree } = fc.letrec((tie) => ({
  tree: fc.dictionary(key, fc.oneof({ maxDepth: 4 }, fc.string(), tie("tree")), { maxKeys: 4 }),
}));

/** A hash without members can't be written in a form. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value === "string") return value;
  const kept = Object.entries(Object(value)).flatMap(([name, inner]) => {
    const rest = withoutEmpty(inner);
    return rest === undefined ? [] : [[name, rest]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

test("what is written with brackets is read back", () => {
  fc.assert(
    fc.property(tree, (value) => {
      const form = new URLSearchParams(written(value)).toString();
      expect(plain(parseForm(form))).toEqual(withoutEmpty(value) ?? {});
    }),
  );
});

test("no text makes the parser fail otherwise than in Stripe's form", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "[", "]", "=", "&", "%", "0", "+") }), (text) => {
      try {
        parseForm(text);
      } catch (error) {
        expect(error).toBeInstanceOf(StripeError);
      }
    }),
  );
});

test("empty brackets append", () => {
  expect(plain(parseForm("expand[]=a&expand[]=b"))).toEqual({ expand: { 0: "a", 1: "b" } });
});

test("empty brackets append behind numbers with gaps, and replace nothing", () => {
  expect(plain(parseForm("a[1]=x&a[]=y&a[]=z"))).toEqual({ a: { 1: "x", 2: "y", 3: "z" } });
});

test("names of an object's own machinery are names like others", () => {
  const form = parseForm("__proto__[polluted]=1&constructor[prototype][polluted]=1");
  expect([...form.keys()]).toEqual(["__proto__", "constructor"]);
  expect(Object.prototype).not.toHaveProperty("polluted");
});

test("a key whose brackets don't pair is taken as it is", () => {
  expect([...parseForm("a[b=1&c]d=2&e[f]g=3").keys()]).toEqual(["a[b", "c]d", "e[f]g"]);
});

test("a value and a hash of the same name are refused", () => {
  expect(() => parseForm("a=1&a[b]=2")).toThrow("both as a value and as a hash");
  expect(() => parseForm("a[b]=2&a=1")).toThrow("both as a value and as a hash");
});

test("more parameters, or deeper ones, than any request has are refused", () => {
  expect(() => parseForm(`a${"[b]".repeat(5_000)}=1`)).toThrow("nested too deeply");
  expect(() => parseForm("a[]=1&".repeat(6_000))).toThrow("Too many parameters");
});

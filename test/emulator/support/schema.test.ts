import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Definitions, findings } from "./schema";

/** Every rule that schemas made from the SDK's types have. */
const definitions: Definitions = {
  tree: {
    type: "object",
    additionalProperties: false,
    required: ["object", "price"],
    properties: {
      object: { const: "tree" },
      price: { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?$" },
      season: { anyOf: [{ enum: ["spring", "autumn"] }, { type: "null" }] },
      branches: { type: "array", items: { anyOf: [{ type: "string" }, { $ref: "#/definitions/tree" }] } },
      labels: { type: "object", additionalProperties: { type: "string" } },
      evergreen: { type: "boolean" },
      rings: { type: "integer" },
      height: { type: "number" },
      more: {},
    },
  },
};

const rarely = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 20, arbitrary: usual }, { weight: 1, arbitrary: fc.jsonValue() });

const { tree } = fc.letrec((tie) => ({
  tree: rarely(
    fc.record(
      {
        object: rarely(fc.constant("tree")),
        price: rarely(fc.constantFrom("1", "-2.50", "1.", "1e3")),
        season: rarely(fc.constantFrom("spring", "autumn", "winter", null)),
        branches: rarely(
          fc.array(fc.oneof({ depthSize: "small" }, fc.string(), tie("tree")), { maxLength: 3 }),
        ),
        labels: rarely(fc.dictionary(fc.constantFrom("a", "b"), rarely(fc.string()))),
        evergreen: rarely(fc.boolean()),
        rings: rarely(fc.integer()),
        height: rarely(fc.double({ noNaN: true })),
        more: fc.jsonValue(),
        unknown: fc.constant(1),
      },
      { requiredKeys: [] },
    ),
  ),
}));

test("schemas mean to us what they mean to Ajv", () => {
  const validate = new Ajv({ strict: false }).compile({ ...definitions.tree, definitions });
  const verdicts = new Set<boolean>();
  const agrees = (value: unknown) => {
    const right = findings(value, { $ref: "#/definitions/tree" }, definitions).length === 0;
    verdicts.add(right);
    return right === validate(value);
  };
  fc.assert(
    fc.property(tree, (value) => agrees(value)),
    { numRuns: 1_000, examples: [[{ object: "tree", price: "1" }]] },
  );
  expect(verdicts.size).toBe(2);
});

test("what is wrong is said with its path, and of several kinds of thing by the one it is most like", () => {
  const wrong = {
    object: "tree",
    price: "1",
    branches: ["a", { object: "tree", price: 1, root: {} }],
    season: 4,
  };
  expect(findings(wrong, { $ref: "#/definitions/tree" }, definitions, "tree")).toEqual([
    "tree/branches/1/price is no string",
    "tree/branches/1 has a field root that nobody knows",
    'tree/season is 4, none of ["spring","autumn"]',
  ]);
});

import { describe, expect, it } from "vitest";
import { GENERATED } from "@/emulator/core/generated";
import { OPERATIONS } from "@/emulator/operations";
import type { ParamSchema } from "@/emulator/schema/params";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

interface Asked {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, ParamSchema>>;
}

/** Every operation that is built, at an address that names nothing: parameters are looked at before anything else. */
const ASKED: readonly Asked[] = OPERATIONS.map(({ name }) => {
  const [method = "", path = "", schema] = GENERATED.operations[name] ?? [];
  const params = typeof schema === "number" ? (GENERATED.objects[schema] ?? {}) : {};
  return { name, method, path: path.replace(/\{\w+\}/g, "none"), params };
});

async function refusal({ method, path }: Asked, form: string): Promise<object> {
  const answer =
    method === "POST"
      ? await emulator.request(method, path, { body: form })
      : await emulator.request(method, `${path}?${form}`);
  const { code = null, message, param = null, type } = Object(answer.json.error);
  return { status: answer.status, type, code, message, param };
}

function refused(message: string, param: string | null, code: string | null = null): object {
  return { status: 400, type: "invalid_request_error", code, message, param };
}

/** What an answer says that hasn't the field `nothing`; of what isn't an object of a kind no fields are known. */
function notExpanded({ name }: Asked): string {
  const known = typeof GENERATED.operations[name]?.[3] === "string";
  return known
    ? "This property cannot be expanded because it doesn't exist: nothing."
    : "This property cannot be expanded (nothing).";
}

/** What is wrong for a parameter, and what Stripe says to it; null where any text will do. */
function wrongFor(name: string, schema: ParamSchema): readonly [form: string, answer: object] | null {
  if (schema === "i") {
    return [`${name}=abc`, refused("Invalid integer: abc", name, "parameter_invalid_integer")];
  }
  if (schema === "b") return [`${name}=x`, refused("Invalid boolean: x", name)];
  if (typeof schema === "number") return [`${name}=x`, refused("Invalid object", name)];
  if (typeof schema === "string") return null;
  if (schema[0] === "a") return [`${name}=x`, refused("Invalid array", name)];
  if (schema[0] !== "e") return null;
  const [, ...values] = schema;
  const listed =
    values.length < 3 ? values.join(" or ") : `${values.slice(0, -1).join(", ")}, or ${values.at(-1)}`;
  return [`${name}=nothing_of_the_kind`, refused(`Invalid ${name}: must be one of ${listed}`, name)];
}

describe("every operation", () => {
  it("refuses a parameter it doesn't know, before anything else", async () => {
    for (const asked of ASKED) {
      expect({ [asked.name]: await refusal(asked, "nope=1") }).toEqual({
        [asked.name]: refused("Received unknown parameter: nope", "nope", "parameter_unknown"),
      });
    }
  });

  it("says which parameter is missing", async () => {
    for (const asked of ASKED) {
      const [required] = Object.keys(asked.params).filter((name) => name.endsWith("!"));
      const name = required?.slice(0, -1);
      if (name === undefined) continue;
      expect({ [asked.name]: await refusal(asked, "") }).toEqual({
        [asked.name]: refused(`Missing required param: ${name}.`, name, "parameter_missing"),
      });
    }
  });

  it("refuses numbers, booleans, lists and hashes that are none, and values outside of a closed list", async () => {
    let wrongs = 0;
    for (const asked of ASKED) {
      for (const [field, schema] of Object.entries(asked.params)) {
        const wrong = field === "expand" ? null : wrongFor(field.replace("!", ""), schema);
        if (wrong === null) continue;
        wrongs += 1;
        expect({ [asked.name]: await refusal(asked, wrong[0]) }).toEqual({ [asked.name]: wrong[1] });
      }
    }
    expect(wrongs).toBeGreaterThan(500);
  }, 120_000);

  it("refuses to be expanded by what it hasn't", async () => {
    const free = ASKED.filter(({ params }) => !Object.keys(params).some((name) => name.endsWith("!")));
    for (const asked of free.filter(({ params }) => params.expand)) {
      expect({ [asked.name]: await refusal(asked, "expand[0]=nothing") }).toEqual({
        [asked.name]: refused(notExpanded(asked), null),
      });
    }
  });
});

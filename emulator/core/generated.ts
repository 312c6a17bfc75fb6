import { readFileSync } from "node:fs";
import type { ParamObject, ParamSchema } from "../schema/params";
import type { References } from "../schema/references";
import { withBrowserParams } from "./browser-params";
import { withListedValues } from "./listed-values";
import { withUnsettableParams } from "./unsettable-params";

/** Method, path, parameters and answer of one operation; the last two only within the areas that are covered. */
export type OperationEntry = readonly [
  method: string,
  path: string,
  params?: ParamSchema | null,
  result?: string | null,
];

/** What `emulator/schema/generate.ts` read from the SDK. */
export interface Generated {
  readonly operations: Readonly<Record<string, OperationEntry>>;
  readonly objects: readonly ParamObject[];
  readonly references: Readonly<Record<string, References>>;
  /** The names of all fields, by kind. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export const GENERATED: Generated = withListedValues(
  withUnsettableParams(
    withBrowserParams(JSON.parse(readFileSync(new URL("../schema/generated.json", import.meta.url), "utf8"))),
  ),
);

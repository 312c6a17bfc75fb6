import { type Options, readOptions } from "./options";

type Definition<Name extends string, Figures> = {
  about: string;
  options: Options<Name>;
  measure: (option: (name: Name) => number) => Promise<Figures>;
  describe: (figures: Figures) => string;
};

/** Something that can be measured by command. */
export type Benchmark = {
  about: string;
  options: Options<string>;
  /** Measures and returns what to print: one object, or the same for people. */
  run(args: string[], json: boolean): Promise<string>;
};

export function benchmark<Name extends string, Figures>({
  about,
  options,
  measure,
  describe,
}: Definition<Name, Figures>): Benchmark {
  return {
    ...{ about, options },
    async run(args, json) {
      const figures = await measure(readOptions(options, args));
      return json ? JSON.stringify(figures) : describe(figures);
    },
  };
}

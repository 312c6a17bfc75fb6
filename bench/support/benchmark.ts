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

/** Makes a benchmark of its parts: reads its options from the command line, measures, and says the figures in words or as JSON. */
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

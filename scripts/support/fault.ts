/** Something went wrong that a person can put right: printed as it is, without a stack. */
export class Fault extends Error {
  override name = "Fault";
}

/** Prints an error: a `Fault` as its message, anything else whole. */
export function report(error: unknown): void {
  console.error(error instanceof Fault ? `\n${error.message}\n` : error);
}

/** Runs a script's main function; an error is reported and becomes exit code 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

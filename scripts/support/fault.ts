/** Something went wrong that a person can put right: printed as it is, without a stack. */
export class Fault extends Error {
  override name = "Fault";
}

/** Runs a script's main function; a `Fault` becomes its message and exit code 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Fault ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}

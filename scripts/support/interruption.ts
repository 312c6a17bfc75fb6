/**
 * A signal that says when the command is asked to end: by Ctrl-C, or by `kill`. Asked a second time, it ends at once.
 */
export function onInterruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort(new Interrupted());
    });
  }
  return controller.signal;
}

/** The command was asked to end before it was done. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

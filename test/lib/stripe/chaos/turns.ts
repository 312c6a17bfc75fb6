export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets one piece of work run at a time, in the order in which they are asked for. */
export function makeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

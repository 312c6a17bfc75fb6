/** One letter in so many may be wrong for a name to be taken for a slip of another. */
const LETTERS_PER_SLIP = 4;

/** The known name that an unknown one is probably a slip of; null where none is near. */
export function nearMiss(given: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.floor(given.length / LETTERS_PER_SLIP) + 1;
  for (const name of known) {
    const distance = distanceOf(given, name);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** How many letters have to be put in, left out or changed to make one text the other. */
function distanceOf(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const [left = 0, up = 0, diagonal = 0] = [current[column - 1], above[column], above[column - 1]];
      current.push(Math.min(left + 1, up + 1, diagonal + same));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}

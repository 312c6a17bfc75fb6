const words =
  "order reference campaign spring reader essay workshop invoice paid monthly yearly first gift shelf page note".split(
    " ",
  );

/** The most that Stripe takes as one value of metadata. https://docs.stripe.com/api/metadata */
const LONGEST = 500;

/** Metadata of about so many characters, of words in no order; none where there are none to fill. */
export function notes(characters: number): Record<string, string> {
  const made: Record<string, string> = {};
  for (let left = characters, count = 1; left > 0; left -= LONGEST, count++) {
    made[`note_${count}`] = text(Math.min(left, LONGEST));
  }
  return made;
}

function text(length: number): string {
  let made = "";
  while (made.length < length) made += `${words[Math.floor(Math.random() * words.length)]} `;
  return made.slice(0, length);
}

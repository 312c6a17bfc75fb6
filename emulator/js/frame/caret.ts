function meaningful(text: string): string {
  return text.replace(/[\s/]/g, "");
}

/** Formats an input's text and leaves the caret behind the same character as before. */
export function keepCaret(input: HTMLInputElement, format: (text: string) => string): void {
  const before = input.value;
  const formatted = format(before);
  if (formatted === before) return;
  const caret = input.selectionStart ?? before.length;
  const atEnd = caret >= before.length;
  const typed = meaningful(before.slice(0, caret)).length;
  input.value = formatted;
  let position = 0;
  for (let seen = 0; position < formatted.length && seen < typed; position++) {
    if (meaningful(formatted.charAt(position)) !== "") seen++;
  }
  const place = atEnd ? formatted.length : position;
  input.setSelectionRange(place, place);
}

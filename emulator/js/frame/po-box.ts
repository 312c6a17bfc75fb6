const PO_BOX = /\b(p\.?\s*o\.?|post\s*office)\s*box\b/i;

/** Whether a line of an address is a box at a post office, where no parcel can be brought. */
export function isPoBox(line: string): boolean {
  return PO_BOX.test(line);
}

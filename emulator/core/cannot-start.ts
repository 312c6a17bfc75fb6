/** Why the stand-in doesn't start, in words for who started it: printed as they are, without a stack. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

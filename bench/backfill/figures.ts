/** What `npm run bench -- backfill --json` prints. */
export type BackfillFigures = {
  rowsPerSecond: number;
  /** The same rows copied by postgres.js alone. */
  ceiling: number;
  ratio: number;
  /** The most memory the copying process ever had, and what it had after a single round. */
  peakMb: number;
  firstRoundPeakMb: number;
  /** What it held on to after the last round, garbage collected, and after the first. */
  heldMb: number;
  firstRoundHeldMb: number;
};

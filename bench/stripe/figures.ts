/** What `npm run bench -- stripe --json` prints: requests per second, of one process. */
export type StandInFigures = {
  reads: number;
  lists: number;
  writes: number;
  subscriptions: number;
  /** Customers held at the end, and the most memory the process ever had; null where the system doesn't tell. */
  customers: number;
  peakMb: number | null;
};

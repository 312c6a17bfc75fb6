/** What one thing costs in milliseconds, in a small database and in a large one. */
export type Growth = { small: number; large: number; ratio: number };

/** What `npm run bench -- scale --json` prints. */
export type ScaleFigures = { event: Growth; access: Growth };

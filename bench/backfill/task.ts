import { z } from "zod";

/** One copy: its number, which makes its ids new ones, and how many rows of each kind. */
export const task = z.object({ turn: z.number(), rows: z.number() });

export type Task = z.infer<typeof task>;

import postgres from "postgres";
import { z } from "zod";
import { serve } from "../support/serve";
import { bareCopy } from "./bare-copy";
import { kinds } from "./source";
import { task } from "./task";

/** The ceiling: the same rows, all kinds at once, in statements of many rows by postgres.js and nothing else. */
const sql = postgres(z.string().parse(process.env.DATABASE_URL));

serve({
  item: task,
  prepare: (item) => item,
  perform: async ({ turn, rows }) => {
    await Promise.all(kinds.map((kind) => bareCopy(sql, kind, turn, rows)));
  },
});

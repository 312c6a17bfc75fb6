import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "./services/database";
import { run } from "./support/fault";

/** `npm run db:migrate`: brings DATABASE_URL, or else the bundled server's database, to the newest schema. */
await run(() =>
  withDatabase(async (url) => {
    await migrateDatabase(url);
    console.log("The database has the newest schema.");
  }),
);

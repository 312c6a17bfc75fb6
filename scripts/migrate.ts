import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "./services/database";
import { run } from "./support/fault";
import { expectNone } from "./support/words";

const usage = `npm run db:migrate    brings the database to the newest schema: DATABASE_URL, or else the bundled server's`;

/** `npm run db:migrate`: brings DATABASE_URL, or else the bundled server's database, to the newest schema. */
await run(() => {
  expectNone(process.argv.slice(2), usage);
  return withDatabase(async (url) => {
    await migrateDatabase(url);
    console.log("The database has the newest schema.");
  });
}, usage);

import { withDatabase } from "./services/database";
import { program, runNode } from "./support/command";
import { run } from "./support/fault";
import { expectNone } from "./support/words";

const usage = `npm run db:studio    opens a window into the database, at an address that it prints`;

/**
 * `npm run db:studio`: a window into DATABASE_URL, or else the bundled server's database. A Ctrl-C reaches the window too:
 * it ends, and then what was started for it.
 */
await run(() => {
  expectNone(process.argv.slice(2), usage);
  process.on("SIGINT", () => {});
  return withDatabase(async (url) => {
    const { code } = await runNode([program("drizzle-kit"), "studio"], { env: { DATABASE_URL: url } });
    process.exitCode = code;
  });
}, usage);

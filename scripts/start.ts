import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./services/serve";
import { Fault, run } from "./support/fault";
import { root } from "./support/root";
import { expectNone } from "./support/words";

const usage = `npm start                     runs what npm run build made; .env.example explains all that it reads
GATEHOUSE_DEMO=1 npm start    with the stand-in and a database of its own, to show it to somebody`;

/** `npm start`: what `npm run build` made, in production; with GATEHOUSE_DEMO=1 together with a stand-in. */
await run(async () => {
  expectNone(process.argv.slice(2), usage);
  await serve("start", expectBuild);
}, usage);

/** @throws Fault where there is no production build */
function expectBuild(): void {
  if (existsSync(join(root, process.env.NEXT_DIST_DIR || ".next", "BUILD_ID"))) return;
  throw new Fault("There is nothing to start yet: run npm run build first.");
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { announce } from "./services/announce";
import { bringUp } from "./services/bring-up";
import { chooseSettings } from "./services/settings";
import { readEnvFiles } from "./support/env-files";
import { Fault, run } from "./support/fault";
import { startLifetime } from "./support/lifetime";
import { root } from "./support/root";
import { expectNone } from "./support/words";

const usage = `npm start                     runs what npm run build made; .env.example explains all that it reads
GATEHOUSE_DEMO=1 npm start    with the stand-in and a database of its own, to show it to somebody`;

/** `npm start`: what `npm run build` made, in production; with GATEHOUSE_DEMO=1 together with a stand-in. */
await run(async () => {
  expectNone(process.argv.slice(2), usage);
  const life = startLifetime();
  try {
    readEnvFiles();
    if (!existsSync(join(root, process.env.NEXT_DIST_DIR || ".next", "BUILD_ID"))) {
      throw new Fault("There is nothing to start yet: run npm run build first.");
    }
    const settings = await chooseSettings({ ...process.env, NODE_ENV: "production" });
    const env = await bringUp(life, settings, "start");
    announce(settings, env);
  } catch (error) {
    await life.fail(error);
  }
}, usage);

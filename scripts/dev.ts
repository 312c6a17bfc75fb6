import { announce } from "./services/announce";
import { bringUp } from "./services/bring-up";
import { chooseSettings } from "./services/settings";
import { readEnvFiles } from "./support/env-files";
import { run } from "./support/fault";
import { startLifetime } from "./support/lifetime";
import { expectNone } from "./support/words";

const usage = `npm run dev              database, stand-in, catalogue, mirror and application, until Ctrl-C
PORT=4000 npm run dev    at another port; .env.example explains all that it reads`;

/** `npm run dev`: the whole application on this machine, whatever it has or lacks. */
await run(async () => {
  expectNone(process.argv.slice(2), usage);
  const life = startLifetime();
  try {
    readEnvFiles();
    const settings = await chooseSettings({ ...process.env, NODE_ENV: "development" });
    const env = await bringUp(life, settings, "dev");
    announce(settings, env);
  } catch (error) {
    await life.fail(error);
  }
}, usage);

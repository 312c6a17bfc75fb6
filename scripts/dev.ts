import { announce } from "./services/announce";
import { bringUp } from "./services/bring-up";
import { chooseSettings } from "./services/settings";
import { readEnvFiles } from "./support/env-files";
import { startLifetime } from "./support/lifetime";

/** `npm run dev`: the whole application on this machine, whatever it has or lacks. */
const life = startLifetime();
try {
  readEnvFiles();
  const settings = await chooseSettings({ ...process.env, NODE_ENV: "development" });
  const env = await bringUp(life, settings, "dev");
  announce(settings, env);
} catch (error) {
  await life.fail(error);
}

import { readEnvFiles } from "../support/env-files";
import { startLifetime } from "../support/lifetime";
import { announce } from "./announce";
import { bringUp } from "./bring-up";
import { chooseSettings } from "./settings";

/**
 * Runs the whole application until Ctrl-C, or until something that it can't go without ends.
 *
 * @param check throws where it can't be started, once the environment's files are read
 */
export async function serve(command: "dev" | "start", check = () => {}): Promise<void> {
  const life = startLifetime();
  try {
    readEnvFiles();
    check();
    const NODE_ENV = command === "dev" ? "development" : "production";
    const settings = await chooseSettings({ ...process.env, NODE_ENV });
    const env = await bringUp(life, settings, command);
    announce(settings, env);
  } catch (error) {
    await life.fail(error);
  }
}

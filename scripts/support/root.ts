import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where databases, the stand-in's state and notes of running processes are kept; not in git. */
export const dataFolder = join(root, ".data");

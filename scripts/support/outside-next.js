import { fileURLToPath } from "node:url";

/**
 * To be imported ahead of tsx by a process of ours that renders: it may load server code as Node's `react-server` condition
 * lets others, which would keep React's own server from it.
 */
process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL("../tsconfig.json", import.meta.url));

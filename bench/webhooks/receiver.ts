import { serveReceiver } from "./deliver";

/** The receiver alone, which keeps the ledger and the mirror. */
serveReceiver([]);

import { handlers } from "@/lib/billing/on";
import { serveReceiver } from "./deliver";

/** The receiver with the reactions of the product, as the application has it. */
serveReceiver(handlers);

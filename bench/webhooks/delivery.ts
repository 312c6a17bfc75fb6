import { z } from "zod";
import type { Delivery } from "../support/events";

/** A webhook as workers are given it. */
export const delivery: z.ZodType<Delivery> = z.object({ body: z.string(), signature: z.string() });

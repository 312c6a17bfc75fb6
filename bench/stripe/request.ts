import { z } from "zod";

/** One request to the stand-in; `body` is form-encoded. */
export const request = z.object({ url: z.string(), method: z.enum(["GET", "POST"]), body: z.string() });
export type StandInRequest = z.infer<typeof request>;

export const AUTHORIZATION = "Bearer sk_test_bench";

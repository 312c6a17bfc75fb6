import { z } from "zod";

/** A line break in a header begins another header, and a mail could be sent to anybody. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text), { error: "must be one line of text" });

export const mail = z.object({
  /** What makes this mail one: sent again under the same key, it carries the same Message-ID. */
  key: line.regex(/^[\w.:-]+$/),
  to: z.object({ name: line, address: line.pipe(z.email()) }),
  subject: line,
  text: z.string(),
  html: z.string(),
  /** For what people may do without: takes the one click of RFC 8058. Its page is the same address without `/stop`. */
  unsubscribe: z.url({ protocol: /^https?$/ }).optional(),
});

/** A mail to one person, in plain text and in HTML that says the same. */
export type Mail = z.infer<typeof mail>;

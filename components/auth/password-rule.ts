import { passwordLength } from "@/lib/auth/forms";

/** What a password must be, in words; made on the server, since the browser needs no schema for it. */
export const passwordRule = `${passwordLength.min} characters or more. A few words in a row make a good one.`;

import type { ReactNode } from "react";

/** What is written to one person, before it is put into the frame that all mails share. */
export type Letter = {
  subject: string;
  /** What a list of mails shows behind the subject: the thing itself, not a greeting. */
  preview: string;
  body: ReactNode;
};

import type { Job } from "./records";
import type { Work } from "./work";

/** What each job does, by name. A job has been taken off the queue when it runs; it may queue another. */
export type JobRegistry = Readonly<Record<string, (work: Work, job: Job) => void>>;

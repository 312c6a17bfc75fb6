import type { JobRegistry } from "../../core/jobs";
import { dropTestClock } from "./test-clocks";

/** What time does to test clocks themselves. */
export const TEST_CLOCK_JOBS: JobRegistry = {
  /** A clock is there once nothing else is due by the time it was sent to. */
  "test_clock.arrive": (work, job) => {
    const next = work.store.rows("_job", "clock", job.subject).at(0)?.value;
    if (next !== undefined && next.at <= job.at) {
      work.schedule(job);
      return;
    }
    const ready = work.store.update("test_helpers.test_clock", job.subject, {
      status: "ready",
      status_details: {},
    });
    work.emit("test_helpers.test_clock.ready", ready);
  },
  "test_clock.delete": (work, { subject }) => {
    const clock = work.store.get("test_helpers.test_clock", subject);
    if (clock) dropTestClock(work, clock);
  },
};

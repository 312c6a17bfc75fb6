import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";

export type Schedule = Held<"subscription_schedule">;
export type Phase = Schedule["phases"][number];

/** A phase as a request describes it; only an update may say when it starts. */
export type PhaseParams = NonNullable<ParamsOf<"subscriptionSchedules.update">["phases"]>[number];

/** Whether a schedule still has a say in what happens. */
export const GOVERNS: Readonly<Record<Schedule["status"], boolean>> = {
  active: true,
  canceled: false,
  completed: false,
  not_started: true,
  released: false,
};

/** The phase that runs at a time, or undefined before the first and after the last. */
export function phaseAt({ phases }: Pick<Schedule, "phases">, at: number): Phase | undefined {
  return phases.find((phase) => phase.start_date <= at && at < phase.end_date);
}

/** The time a schedule comes to its end, unix seconds. */
export function endOf({ phases }: Pick<Schedule, "phases">): number {
  return Math.max(...phases.map((phase) => phase.end_date));
}

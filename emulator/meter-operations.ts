import type { Operation } from "./core/operation";
import { createMeterEventAdjustment } from "./resources/meters/adjustments";
import { createMeterEvent } from "./resources/meters/events";
import {
  createMeter,
  deactivateMeter,
  listMeters,
  reactivateMeter,
  retrieveMeter,
  updateMeter,
} from "./resources/meters/meters";
import { listMeterEventSummaries } from "./resources/meters/summaries";

/** What is billed by use. */
export const METER_OPERATIONS: readonly Operation[] = [
  createMeter,
  createMeterEvent,
  createMeterEventAdjustment,
  deactivateMeter,
  listMeterEventSummaries,
  listMeters,
  reactivateMeter,
  retrieveMeter,
  updateMeter,
];

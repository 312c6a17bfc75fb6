import type { Operation } from "./core/operation";
import {
  advanceTestClock,
  createTestClock,
  deleteTestClock,
  listTestClocks,
  retrieveTestClock,
} from "./resources/test-clocks/test-clocks";

/** What makes time pass. */
export const CLOCK_OPERATIONS: readonly Operation[] = [
  advanceTestClock,
  createTestClock,
  deleteTestClock,
  listTestClocks,
  retrieveTestClock,
];

import { afterEach, expect, test, vi } from "vitest";
import { Accounts } from "@/emulator/core/accounts";
import { keepHouse } from "@/emulator/housekeeping";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("what fails in one account neither ends the process nor keeps anything from the next", () => {
  vi.useFakeTimers();
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const accounts = new Accounts({ data: null, seed: 1, origin: () => "", onOpen: () => {} });
  const [broken, fine] = [accounts.of("broken"), accounts.of("fine")];
  for (const account of [broken, fine]) {
    const at = account.now();
    account.run((work) => work.schedule({ at, clock: null, name: "nonsense", subject: account.name }));
  }
  // A full disk shows itself as soon as anything is to be kept.
  vi.spyOn(broken, "run").mockImplementation(() => {
    throw new Error("no space left on device");
  });
  const stop = keepHouse(accounts);
  expect(() => vi.advanceTimersByTime(1_000)).not.toThrow();
  expect(fine.store.rows("_job").size).toBe(0);
  expect(told).toHaveBeenCalledWith(expect.stringContaining("account broken"), expect.any(Error));
  stop();
  told.mockClear();
  vi.advanceTimersByTime(10_000);
  expect(told).not.toHaveBeenCalled();
});

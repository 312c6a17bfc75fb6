import { expect, test, vi } from "vitest";
import { advanceClock } from "@/emulator/admin/clock";
import { type Account, machineSeconds } from "@/emulator/core/account";
import { Accounts } from "@/emulator/core/accounts";
import { runDueJobs } from "@/emulator/core/run-jobs";
import type { Work } from "@/emulator/core/work";

function newAccount(): Account {
  return new Accounts({ data: null, seed: 1, origin: () => "http://localhost", onOpen: () => {} }).of("jobs");
}

function schedule(account: Account, subject: string, inSeconds: number, name = "note"): void {
  const at = account.now() + inSeconds;
  account.run((work) => work.schedule({ at, clock: null, name, subject }));
}

test("what is due runs once, by time and then by when it was asked for", () => {
  const account = newAccount();
  const ran: string[] = [];
  schedule(account, "later", -1);
  schedule(account, "first", -5);
  schedule(account, "second", -5);
  schedule(account, "not yet", 60);
  const jobs = { note: (_work: unknown, { subject }: { subject: string }) => ran.push(subject) };
  runDueJobs(account, jobs);
  runDueJobs(account, jobs);
  expect(ran).toEqual(["first", "second", "later"]);
});

test("a job may ask for the next, and time moved ahead makes it due", () => {
  const account = newAccount();
  const ran: number[] = [];
  schedule(account, "renewal", 0, "renew");
  const jobs = {
    renew: (
      work: Parameters<Parameters<Account["run"]>[0]>[0],
      job: { at: number; clock: string | null; name: string; subject: string },
    ) => {
      ran.push(job.at);
      work.schedule({ ...job, at: job.at + 100 });
    },
  };
  const start = machineSeconds();
  runDueJobs(account, jobs);
  account.run(({ store }) => store.put("_state", { id: "state", offset: 250 }));
  runDueJobs(account, jobs);
  expect(ran.map((at) => Math.round((at - start) / 100))).toEqual([0, 1, 2]);
});

test("what is passed over happens at its own time, also while the machine's second turns", () => {
  const account = newAccount();
  const began = account.now();
  const machine = vi.spyOn(Date, "now").mockReturnValue(began * 1000);
  const ran: number[] = [];
  schedule(account, "takes a second", 100);
  schedule(account, "comes after it", 100);
  const jobs = {
    note: (work: Work) => {
      machine.mockReturnValue(Date.now() + 1000);
      ran.push(work.now(null) - began);
    },
  };
  expect(advanceClock(account, jobs, { seconds: 300 })).toMatchObject({ now: began + 300 });
  machine.mockRestore();
  expect(ran).toEqual([100, 100]);
});

test("a job that fails leaves nothing behind and stops no other", () => {
  const account = newAccount();
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const ran: string[] = [];
  schedule(account, "broken", -2, "fail");
  schedule(account, "fine", -1);
  runDueJobs(account, {
    fail: (work) => {
      work.store.put("_deleted", { id: "half", object: "customer" });
      throw new Error("broken");
    },
    note: (_work, { subject }) => ran.push(subject),
  });
  expect(ran).toEqual(["fine"]);
  expect(account.store.get("_deleted", "half")).toBeUndefined();
  expect(account.store.rows("_job").size).toBe(0);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

import { expect, test } from "vitest";
import { HELP, readFlags } from "@/emulator/flags";
import { endOf, startProcess } from "./support/start-process";

test("says what it can do, and what it doesn't understand", async () => {
  expect(await endOf(["--help"])).toEqual({ code: 0, output: `${HELP}\n` });
  const wrong = await endOf(["--prot", "1"]);
  expect(wrong.code).toBe(2);
  expect(wrong.output).toContain("--prot");
});

test("says which port is taken, and ends when told to", async () => {
  const first = await startProcess([]);
  const second = await endOf(["--port", first.port]);
  expect(second).toEqual({
    code: 1,
    output: `Port ${first.port} is already in use: choose another with --port.\n`,
  });
  expect(await first.end("SIGINT")).toBe(0);
});

test("flags are whole numbers within their bounds", () => {
  expect(readFlags(["--port", "70000"])).toBe('--port takes whole numbers from 0 to 65535, not "70000"');
  expect(readFlags(["--retries", "1,x"])).toContain("--retries");
  expect(readFlags(["--retries", "", "--data", "x", "--seed", "3"])).toMatchObject({
    data: "x",
    deliveries: { retries: [] },
    seed: 3,
  });
});

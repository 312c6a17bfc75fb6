import { connect } from "node:net";
import { expect, test } from "vitest";
import { letPass } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

test("an answer is dated by its account's clock, as events are", async () => {
  const stripe = emulator.stripe("ahead");
  await letPass(emulator, "ahead", 86_400);
  const { created, lastResponse } = await stripe.customers.create({});
  const dated = Date.parse(lastResponse.headers.date ?? "") / 1000;
  expect(dated - created).toBeGreaterThanOrEqual(0);
  expect(dated - created).toBeLessThan(60);
  expect(dated).toBeGreaterThan(Date.now() / 1000 + 86_000);
});

/** The status of the answer to a request whose first line is written as it is. */
function statusOf(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(emulator.origin).port), "127.0.0.1");
    const key = "Authorization: Bearer sk_test_wire";
    socket.once("error", reject).once("data", (answer) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(answer))?.[1]));
      socket.destroy();
    });
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n${key}\r\nConnection: close\r\n\r\n`);
  });
}

test.each([
  ["//", 404],
  ["//v1/customers", 404],
  ["http://[bad", 404],
  ["/v1/customers/%ff", 404],
  ["/v1/customers?limit=%ff", 400],
  ["/v1/customers", 200],
])("an address such as %s is answered with %i, not with a failure", async (target, status) => {
  expect(await statusOf(target)).toBe(status);
});

test("what nobody could mean is refused where an administrator asks, too", async () => {
  const { status } = await emulator.request("DELETE", "/_emulator/faults/%ff");
  expect(status).toBe(404);
});

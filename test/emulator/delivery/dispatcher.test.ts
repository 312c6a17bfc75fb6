import { afterEach, expect, test, vi } from "vitest";
import { Accounts } from "@/emulator/core/accounts";
import { Dispatchers } from "@/emulator/delivery/dispatchers";
import { createEndpoint } from "@/emulator/resources/webhook-endpoints/create-endpoint";
import { startReceiver } from "../support/receiver";

afterEach(() => {
  vi.restoreAllMocks();
});

function setUp() {
  const dispatchers = new Dispatchers({ concurrency: 1, retries: [0, 0], timeoutMilliseconds: 1_000 });
  const account = new Accounts({
    data: null,
    seed: 1,
    origin: () => "",
    onOpen: (opened) => dispatchers.serve(opened),
  }).of("dispatched");
  const emit = () => account.run((work) => work.emit("product.created", { object: "product", id: "prod_1" }));
  return { dispatchers, account, emit };
}

test("a delivery that can't even be attempted is told of once, and holds nothing up", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const receiver = await startReceiver();
  const { dispatchers, account, emit } = setUp();
  const endpoint = (url: string) =>
    account.run((work) => createEndpoint(work, { url, enabled_events: ["*"] }, "whsec_x"));
  const broken = endpoint("http://127.0.0.1:1/");
  account.run(({ store }) => store.delete("_signing_secret", broken.id));
  endpoint(receiver.url);
  emit();
  emit();
  await expect.poll(() => receiver.received.length).toBe(2);
  await dispatchers.stop();
  expect(told).toHaveBeenCalledTimes(2);
  await receiver.stop();
});

test("ten thousand that wait cost a new one next to nothing", async () => {
  const { dispatchers, account, emit } = setUp();
  account.run((work) => {
    const { id: endpoint } = createEndpoint(
      work,
      { url: "http://127.0.0.1:1/", enabled_events: ["*"] },
      "whsec_x",
    );
    for (let index = 0; index < 10_000; index++) {
      const next_attempt = Date.now() / 1_000 + 3_600;
      const delivery = { event: "evt_gone", endpoint, created: 1, attempts: [], faults: [], behind: 0 };
      work.store.put("_delivery", { ...delivery, id: `dlv_${index}`, next_attempt });
    }
    work.store.update("webhook_endpoint", endpoint, { status: "disabled" });
  });
  const listed = vi.spyOn(account.store, "list");
  for (let index = 0; index < 100; index++) emit();
  expect(listed.mock.calls.filter(([kind]) => kind === "_delivery")).toEqual([]);
  await dispatchers.stop();
});

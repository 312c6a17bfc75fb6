import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startStandIn } from "@/scripts/services/stand-in";
import { startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";
import { startWorker } from "../support/worker";
import type { StandInFigures } from "./figures";
import { AUTHORIZATION, type StandInRequest } from "./request";

type Load = { customers: number; requests: number; concurrency: number };

/**
 * Fills a stand-in that keeps its state on disk with customers, then asks it from another process.
 *
 * @param requests of each kind
 */
export async function measureStandIn({ customers, requests, concurrency }: Load): Promise<StandInFigures> {
  const guard = startGuard();
  const folder = await mkdtemp(join(tmpdir(), "stand-in-bench-"));
  guard.add({ remove: folder });
  const port = await anyFreePort();
  const origin = `http://localhost:${port}`;
  const service = await startStandIn({ port, folder, guard });
  const client = startWorker<StandInRequest>("bench/stripe/client.ts", {});
  const perSecond = async (
    count: number,
    item: (index: number) => Omit<StandInRequest, "url"> & { path: string },
  ) => {
    const items = Array.from({ length: count }, (_, index) => {
      const { path, ...rest } = item(index);
      return { ...rest, url: origin + path };
    });
    return count / (await client.perform({ items, concurrency })).seconds;
  };
  try {
    const post = (path: string, params: Record<string, string>) =>
      ({ method: "POST", path, body: new URLSearchParams(params).toString() }) as const;
    const get = (path: string) => ({ method: "GET", path, body: "" }) as const;
    await perSecond(customers, (index) =>
      post("/v1/customers", {
        email: `reader${index}@example.com`,
        name: `Reader ${index}`,
        "metadata[user]": String(index),
      }),
    );
    const ids = await someIds(origin);
    const some = (index: number) => ids[index % ids.length] ?? "";
    const price = await onePrice(origin);
    const figures = {
      reads: await perSecond(requests, (index) => get(`/v1/customers/${some(index)}`)),
      lists: await perSecond(requests, (index) =>
        get(`/v1/customers?limit=10&starting_after=${some(index)}`),
      ),
      writes: await perSecond(requests, (index) =>
        index % 2 === 0
          ? post("/v1/customers", { name: `New ${index}` })
          : post(`/v1/customers/${some(index)}`, { "metadata[seen]": String(index) }),
      ),
      subscriptions: await perSecond(Math.ceil(requests / 10), (index) =>
        post("/v1/subscriptions", {
          customer: some(index),
          "items[0][price]": price,
          payment_behavior: "default_incomplete",
        }),
      ),
    };
    return { ...figures, customers: customers + Math.ceil(requests / 2), peakMb: await peakOf(service.pid) };
  } finally {
    client.stop();
    await service.stop();
  }
}

const page = z.object({ data: z.array(z.object({ id: z.string() })) });
const headers = { authorization: AUTHORIZATION };

async function someIds(origin: string): Promise<string[]> {
  const response = await fetch(`${origin}/v1/customers?limit=100`, { headers });
  return page.parse(await response.json()).data.map(({ id }) => id);
}

async function onePrice(origin: string): Promise<string> {
  const body = new URLSearchParams({
    currency: "usd",
    unit_amount: "900",
    "recurring[interval]": "month",
    "product_data[name]": "Reader",
  });
  const response = await fetch(`${origin}/v1/prices`, { method: "POST", headers, body });
  return z.object({ id: z.string() }).parse(await response.json()).id;
}

/** The most memory a process has had, in MB; null where it can't be read. */
async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

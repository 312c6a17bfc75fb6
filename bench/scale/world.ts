import { environment } from "../support/environment";
import { type Delivery, eventSource } from "../support/events";
import { person } from "../support/people";
import { seedCustomers } from "../support/seed";
import type { Server } from "../support/server";
import { startWorker } from "../support/worker";
import { fillLedger } from "./ledger";

export type Size = { customers: number; ledger: number };

/** A database of one size, and how many of a kind of work it does in a second. */
export type World = {
  events(count: number): Promise<number>;
  accesses(count: number): Promise<number>;
  stop(): void;
};

/** Work done at once. */
const CONCURRENCY = 10;

/** Makes a database and fills it. */
export async function createWorld(server: Server, name: string, size: Size): Promise<World> {
  const url = await server.createDatabase(name);
  await seedCustomers(url, size.customers);
  await fillLedger(url, size.ledger);
  return openWorld(url, size);
}

/** Starts the processes that work on a database that is filled already. */
function openWorld(url: string, size: Size): World {
  const next = eventSource(size.customers);
  const receiver = startWorker<Delivery>("bench/webhooks/receiver.ts", environment(url));
  const asker = startWorker<string>("bench/scale/access.ts", environment(url));
  const users = (count: number) =>
    Array.from({ length: count }, () => person(1 + Math.floor(Math.random() * size.customers)).user);
  return {
    events: async (count) => {
      const { seconds } = await receiver.perform({ items: next(count), concurrency: CONCURRENCY });
      return count / seconds;
    },
    accesses: async (count) => {
      const { seconds } = await asker.perform({ items: users(count), concurrency: CONCURRENCY });
      return count / seconds;
    },
    stop() {
      receiver.stop();
      asker.stop();
    },
  };
}

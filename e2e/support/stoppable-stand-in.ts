import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStandIn } from "@/scripts/services/stand-in";
import { startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";

export type StoppableStandIn = {
  origin: string;
  stop(): Promise<void>;
  /** Starts it again where it was, with all it knew. */
  start(): Promise<void>;
  /** Stops it for good and forgets what it knew. */
  remove(): Promise<void>;
};

/** A stand-in of one story's own, to be stopped and started in the middle of it. */
export async function startStoppableStandIn(): Promise<StoppableStandIn> {
  const guard = startGuard();
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-stand-in-"));
  guard.add({ remove: folder });
  const port = await anyFreePort();
  let service = await startStandIn({ port, folder, guard });
  return {
    origin: `http://localhost:${port}`,
    stop: () => service.stop(),
    async start() {
      service = await startStandIn({ port, folder, guard });
    },
    async remove() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

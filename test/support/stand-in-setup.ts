import { startSharedStandIn } from "./shared-stand-in";

/** Once for a run of the stand-in's own tests: one that runs, for those that need it in a process of its own. */
export default function setup(): Promise<() => Promise<void>> {
  return startSharedStandIn();
}

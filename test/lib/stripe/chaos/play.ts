import type { StartedEmulator } from "@/test/emulator/support/start-emulator";
import { History } from "./history";
import type { Observer } from "./observer";
import type { Receiving } from "./receivers";
import { handledTypes } from "./receiving";
import type { Schedule, Step } from "./schedule";
import type { SentEvent } from "./told";
import type { Turns } from "./turns";
import { UnderWay } from "./under-way";
import { differences, goingBack } from "./verdict";
import type { Wire } from "./wire";

export type Stage = {
  standIn: StartedEmulator;
  account: string;
  turns: Turns;
  wire: Wire;
  observer: Observer;
  receiving: Receiving;
};

/** How often an event is tried before it counts as one that can't be taken in. */
const PATIENCE = 30;

/**
 * Plays one schedule to its end, and judges what came of it.
 *
 * @throws with everything that is wrong
 */
export async function play(stage: Stage, schedule: Schedule): Promise<void> {
  const { standIn, account, turns, observer, wire } = stage;
  await observer.forgetMark();
  const history = await History.begin(standIn, account, turns);
  wire.begin(history, schedule.delays);
  const received = new Set<string>();
  await run(stage, history, schedule, received);
  await finish(stage, history, schedule.end, received);

  const ids = history.told.events.map(({ id }) => id);
  const sights = await observer.sights();
  const faults = [
    ...goingBack(sights, history.told),
    ...(await differences(sights, history)),
    ...(await wrongEffects(observer, history.told.events)),
    ...(await observer.unprocessed(ids)).map((id) => `${id} isn't processed`),
  ];
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

async function run(stage: Stage, history: History, schedule: Schedule, received: Set<string>): Promise<void> {
  const { receiving, wire } = stage;
  const underWay = new UnderWay(wire);
  const take: { [Kind in Step["do"]]: (step: Extract<Step, { do: Kind }>) => Promise<void> } = {
    act: ({ act, which }) => history.act(act, which),
    wait: ({ seconds }) => history.wait(seconds),
    advance: ({ days }) => history.advance(days),
    async deliver({ which, pace, fails }) {
      const event = history.pick(which);
      if (event) await underWay.begin(deliverTo(receiving, event, fails, received), pace);
    },
    async burst({ latest, pace }) {
      const all = history.told.events
        .slice(-latest)
        .map((event) => deliverTo(receiving, event, false, received));
      await underWay.begin(
        Promise.all(all).then(() => {}),
        pace,
      );
    },
    // One that is interrupted fails, and the next goes on from there.
    poll: ({ pace }) =>
      underWay.begin(
        receiving.poll().catch(() => {}),
        pace,
      ),
    fault: async ({ fault, times }) => wire.spoil(fault, times),
    interrupt: () => receiving.interrupt(),
  };
  for (const step of schedule.steps) {
    await takeStep(take, step);
    wire.step();
  }
  await underWay.end();
  wire.mend();
  wire.open();
}

function takeStep<Kind extends Step["do"]>(
  take: { [K in Kind]: (step: Extract<Step, { do: K }>) => Promise<void> },
  step: Extract<Step, { do: Kind }>,
): Promise<void> {
  return take[step.do](step);
}

async function deliverTo(
  receiving: Receiving,
  event: SentEvent,
  fails: boolean,
  received: Set<string>,
): Promise<void> {
  if ((await receiving.deliver(event, fails)) === 200) received.add(event.id);
}

/** Everything arrives at last, in one way or the other. */
async function finish(
  { receiving, observer }: Stage,
  history: History,
  end: Schedule["end"],
  received: Set<string>,
): Promise<void> {
  const { events } = history.told;
  const ids = events.map(({ id }) => id);
  for (let round = 0; round < PATIENCE; round++) {
    if (end === "poll") {
      await receiving.poll();
      await receiving.retry();
    }
    const left = end === "poll" ? events.filter((event) => !history.isListed(event)) : events;
    const lost = left.filter(({ id }) => !received.has(id));
    await Promise.all(lost.map((event) => deliverTo(receiving, event, false, received)));
    if ((await observer.unprocessed(ids)).length === 0) return;
  }
}

async function wrongEffects(observer: Observer, events: readonly SentEvent[]): Promise<string[]> {
  const types = new Set<string>(handledTypes);
  const effects = await observer.effects(events.map(({ id }) => id));
  return events.flatMap(({ id, type }) => {
    const times = effects.get(id) ?? 0;
    const due = types.has(type) ? 1 : 0;
    return times === due ? [] : [`${id} (${type}) has taken effect ${times} times`];
  });
}

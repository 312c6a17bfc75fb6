import type { Receiver } from "@/lib/stripe/webhooks/settle";
import { changed, customer, type Sent, send } from "./sending";

/**
 * Sends webhooks that come to the ledger in one turn, in their order, behind another, which goes at once: so none of them
 * is taken in before the last has come.
 *
 * @param met called once all are there
 * @returns what each is answered
 */
export async function sendTogether(
  all: readonly Sent[],
  { handlers = [], met = () => {} }: Partial<Receiver> & { met?: () => void } = {},
) {
  const crowd = [changed(customer("before")), ...all];
  const waiting: { id: string; go: () => void }[] = [];
  const beforeProcessing = ({ id }: { id: string }) =>
    new Promise<void>((go) => {
      waiting.push({ id, go });
      if (waiting.length < crowd.length) return;
      met();
      for (const sent of crowd) {
        const next = waiting.findIndex((one) => one.id === sent.id);
        for (const one of waiting.splice(next, 1)) one.go();
      }
    });
  const answers = crowd.map((sent) => send(sent, { handlers, hooks: { beforeProcessing } }));
  return (await Promise.all(answers)).slice(1);
}

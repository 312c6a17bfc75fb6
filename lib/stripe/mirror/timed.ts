import { answerInterval, type Interval } from "./interval";

/**
 * Makes a request to Stripe and tells in which interval of Stripe's time it was answered.
 *
 * @throws what the request throws
 */
export async function timed<T extends { lastResponse: { headers: Record<string, string> } }>(
  request: () => Promise<T>,
): Promise<{ answer: T; interval: Interval }> {
  const started = performance.now();
  const answer = await request();
  const elapsed = (performance.now() - started) / 1000;
  return { answer, interval: answerInterval(answer.lastResponse.headers.date, elapsed) };
}

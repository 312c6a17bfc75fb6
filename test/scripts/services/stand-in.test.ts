import { afterAll, beforeAll, expect, test } from "vitest";
import { forwardEvents, startStandIn } from "@/scripts/services/stand-in";
import { startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";
import type { Service } from "@/scripts/support/service";

const secretKey = "sk_test_forwarding";
const headers = { authorization: `Bearer ${secretKey}` };
let origin = "";
let service: Service;

beforeAll(async () => {
  const port = await anyFreePort();
  origin = `http://localhost:${port}`;
  service = await startStandIn({ port, guard: startGuard() });
});
afterAll(() => service.stop());

async function endpointUrls(): Promise<string[]> {
  const answer = await fetch(`${origin}/v1/webhook_endpoints`, { headers });
  const { data }: { data: { url: string }[] } = await answer.json();
  return data.map(({ url }) => url);
}

const forward = (forwardTo: string) =>
  forwardEvents(origin, { secretKey, forwardTo, signingSecret: "whsec_known" });

test("the application on another port than last time is the only one events go to", async () => {
  await forward("http://localhost:3000/api/stripe/webhook");
  await forward("http://localhost:3001/api/stripe/webhook");
  await forward("http://localhost:3001/api/stripe/webhook");
  expect(await endpointUrls()).toEqual(["http://localhost:3001/api/stripe/webhook"]);
});

test("an endpoint somebody else registered stays", async () => {
  const body = new URLSearchParams({ url: "https://example.com/hook", "enabled_events[]": "*" });
  await fetch(`${origin}/v1/webhook_endpoints`, { method: "POST", headers, body });
  await forward("http://localhost:3002/api/stripe/webhook");
  expect((await endpointUrls()).sort()).toEqual([
    "http://localhost:3002/api/stripe/webhook",
    "https://example.com/hook",
  ]);
});

import { beforeEach, expect, test, vi } from "vitest";
import { GET as article } from "@/app/api/v1/articles/[slug]/route";
import { GET as contents } from "@/app/api/v1/articles/route";
import { db } from "@/db/client";
import { grants } from "@/db/schema/billing";
import { authAttempts } from "@/db/schema/identity";
import { revokeApiKey } from "@/lib/billing/keys/revoke-api-key";
import { apiKeysOf } from "@/lib/billing/queries/api-keys";
import { aKey, countsOf } from "@/test/lib/billing/support/keys";
import { aPerson } from "@/test/lib/billing/support/people";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
process.env.APP_URL = "http://localhost:3000";
beforeEach(async () => {
  await db.delete(authAttempts);
});

async function aCaller(...features: string[]) {
  const owner = await aKey(await aPerson());
  for (const feature of features) await db.insert(grants).values({ userId: owner.userId, feature });
  return owner;
}

function request(key?: string): Request {
  return new Request("http://localhost:3000/api/v1/articles", {
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
  });
}
const read = (key: string, slug: string) => article(request(key), { params: Promise.resolve({ slug }) });
const counted = async (userId: string) => (await countsOf(userId)).reduce((sum, { count }) => sum + count, 0);

test("the contents say what is open to the caller, each call is counted, and the key shows its use", async () => {
  const { key, userId } = await aCaller("api", "essays");
  const answer = await contents(request(key));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { articles } = await answer.json();
  expect(articles).toContainEqual(expect.objectContaining({ slug: "raising-a-price", open: true }));
  expect(articles).toContainEqual(expect.objectContaining({ slug: "metering", open: false }));
  expect(JSON.stringify(articles)).not.toContain("break even");
  await contents(request(key));
  expect(await counted(userId)).toBe(2);
  expect((await apiKeysOf(userId))[0]?.lastUsedAt).toBeInstanceOf(Date);
});

test("an article that is open comes whole, as Markdown and as HTML", async () => {
  const { key } = await aCaller("api", "essays");
  const answer = await read(key, "raising-a-price");
  expect(await answer.json()).toMatchObject({
    slug: "raising-a-price",
    markdown: expect.stringContaining("## The letter"),
    html: expect.stringContaining("<h2>The letter</h2>"),
  });
});

test("one that is closed is 402 with no word of it, one that isn't there 404, and neither is counted", async () => {
  const { key, userId } = await aCaller("api");
  const closed = await read(key, "metering");
  expect(closed.status).toBe(402);
  const text = await closed.text();
  expect(JSON.parse(text)).toMatchObject({ error: { code: "feature_closed", feature: "workshops" } });
  expect(text).not.toContain("Choose a unit");
  for (const slug of ["nothing", "../../.env", "index"]) {
    const missing = await read(key, slug);
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ error: { code: "not_found" } });
  }
  expect(await counted(userId)).toBe(0);
});

test("without a key, with a made-up or revoked one, it is 401 and nothing is said", async () => {
  const { key, keyId, userId } = await aCaller("api");
  await revokeApiKey({ userId, id: keyId });
  for (const given of [undefined, "gh_nonsense", key, `${key}x`]) {
    const answer = await contents(request(given));
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(await answer.json()).toMatchObject({ error: { code: "unknown_key" } });
  }
  expect(await counted(userId)).toBe(0);
});

test("a key of somebody whose plan has no API is 402 with where it is opened", async () => {
  const { key } = await aCaller("essays");
  const answer = await contents(request(key));
  expect(answer.status).toBe(402);
  expect(await answer.json()).toMatchObject({
    error: { feature: "api", plans: "http://localhost:3000/pricing?for=api" },
  });
});

test("too many calls are 429 with when to go on, for all keys of a person together, and for nobody else", async () => {
  const { key, userId } = await aCaller("api");
  const second = await aKey(userId, "Server");
  const calls = await Promise.all(Array.from({ length: 121 }, () => contents(request(key))));
  expect(calls.filter(({ status }) => status === 200)).toHaveLength(120);
  const refused = await contents(request(second.key));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await counted(userId)).toBe(120);
  expect((await contents(request((await aCaller("api")).key))).status).toBe(200);
});

test("a call that can't be counted isn't answered", async () => {
  const { key } = await aCaller("api");
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await db.execute("alter table usage_counts rename to away");
  const answer = await contents(request(key));
  await db.execute("alter table away rename to usage_counts");
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ error: { code: "internal_error" } });
  log.mockRestore();
});

import { expect, test } from "vitest";
import { pagesOf } from "@/emulator/pages/pages";
import { fakeBackend, request } from "./fake-backend";

const pages = pagesOf(fakeBackend([]).backend);

test("a browser is given a script once, and told that it has it until that is another", async () => {
  const first = await pages(request("GET", "/endive/stripe.js"));
  const etag = first?.headers.ETag ?? "";
  expect(first).toMatchObject({ status: 200, body: expect.stringContaining("Stripe") });
  expect(etag).toMatch(/^"[\w-]+"$/);

  const again = await pages(request("GET", "/endive/stripe.js", { known: etag }));
  expect(again).toMatchObject({
    status: 304,
    headers: { ETag: etag, "Cache-Control": "no-cache" },
    body: "",
  });

  const other = await pages(request("GET", "/elements/frame.js", { known: etag }));
  expect(other?.status).toBe(200);
  expect(other?.headers.ETag).not.toBe(etag);
});

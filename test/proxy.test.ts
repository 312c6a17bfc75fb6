import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

const answer = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`)).headers;
const rewritten = (path: string) => answer(path).get("x-middleware-rewrite");

test.each(["/library/%E0%A4%A", "/buy/%ff", "/confirm/%", "/%c3%28?plan=1"])(
  "a path that can't be decoded leads to the page that says so, guarded like any other: %s",
  (path) => {
    expect(rewritten(path)).toBe("http://localhost:3000/_nowhere");
    expect(answer(path).get("content-security-policy")).toContain("default-src 'self'");
  },
);

test.each(["/library/caf%C3%A9", "/library/a%2fb", "/pricing?x=%E0%A4%A", "/"])(
  "any other is left as it is: %s",
  (path) => expect(rewritten(path)).toBeNull(),
);

import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function cookieAt(address: string) {
  vi.stubEnv("APP_URL", address);
  const { sessionCookie } = await import("@/lib/auth/cookies");
  return sessionCookie();
}

test("on http://localhost the session cookie is one a browser keeps there", async () => {
  expect(await cookieAt("http://localhost:3000")).toEqual({
    name: "gatehouse.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
  });
});

test("under https it is Secure and bound to the host", async () => {
  expect(await cookieAt("https://gatehouse.example")).toEqual({
    name: "__Host-gatehouse.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

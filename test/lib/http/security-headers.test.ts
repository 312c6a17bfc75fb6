import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "@/lib/http/security-headers";

const setting = { nonce: "bm9uY2U=", https: true, development: false, emulator: undefined };

const directive = (name: string, changes: Partial<typeof setting> | { emulator: string } = {}) =>
  contentSecurityPolicy({ ...setting, ...changes })
    .split("; ")
    .find((part) => part.split(" ")[0] === name);

describe("the content security policy", () => {
  it("runs only scripts that carry this answer's nonce, and what they load", () => {
    const scripts = directive("script-src");
    expect(scripts).toContain("'nonce-bm9uY2U='");
    expect(scripts).toContain("'strict-dynamic'");
    expect(scripts).not.toMatch(/unsafe/);
  });

  it("lets no page of ours into a frame, and no plug-in or other base into a page", () => {
    expect(directive("frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(directive("object-src")).toBe("object-src 'none'");
    expect(directive("base-uri")).toBe("base-uri 'self'");
  });

  it("names what Stripe's documentation asks for", () => {
    expect(directive("script-src")).toContain("https://js.stripe.com");
    expect(directive("frame-src")).toContain("https://js.stripe.com");
    expect(directive("frame-src")).toContain("https://hooks.stripe.com");
    expect(directive("connect-src")).toContain("https://api.stripe.com");
    expect(directive("img-src")).toContain("https://*.stripe.com");
  });

  it("knows the stand-in only where one is in use", () => {
    const emulator = "http://localhost:12111";
    expect(contentSecurityPolicy(setting)).not.toContain("localhost");
    for (const name of ["script-src", "frame-src", "connect-src", "img-src", "form-action"]) {
      expect(directive(name, { emulator })).toContain(emulator);
    }
  });

  it("keeps inline styles, eval and the wire of reloads to the development server", () => {
    expect(directive("style-src")).not.toMatch(/unsafe/);
    expect(directive("style-src", { development: true })).toContain("'unsafe-inline'");
    expect(directive("script-src", { development: true })).toContain("'unsafe-eval'");
    expect(directive("connect-src", { development: true })).toContain("ws:");
    expect(directive("connect-src")).not.toContain("ws:");
  });
});

describe("https", () => {
  it("is held to for a year where we are served over it", () => {
    expect(securityHeaders(setting)["strict-transport-security"]).toBe("max-age=31536000");
    expect(directive("upgrade-insecure-requests")).toBeDefined();
  });

  it("is never forced on http://localhost", () => {
    const headers = securityHeaders({ ...setting, https: false });
    expect(headers).not.toHaveProperty("strict-transport-security");
    expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  });
});

it("a payment sheet may open for Stripe, a camera for nobody", () => {
  const policy = securityHeaders(setting)["permissions-policy"];
  expect(policy).toContain('payment=(self "https://js.stripe.com")');
  expect(policy).toContain("camera=()");
});

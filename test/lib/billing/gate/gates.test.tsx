import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { Open } from "@/components/gate/open";
import { db } from "@/db/client";
import { grants } from "@/db/schema/billing";
import type { CurrentUser } from "@/lib/auth/queries/users";
import { requireFeature } from "@/lib/billing/gate/require-feature";
import { withFeature } from "@/lib/billing/gate/with-feature";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";

const session = vi.hoisted(() => ({ user: null as CurrentUser | null }));
vi.mock("@/lib/auth/session", () => ({ currentUser: async () => session.user }));

useTestDatabase();
process.env.APP_URL = "http://localhost:3000";
beforeEach(() => {
  session.user = null;
});

/** Signs somebody in, to whom workshops are open or not. */
async function signIn(open: boolean): Promise<void> {
  const id = await aPerson();
  session.user = { id, email: "ada@example.com", confirmed: true, name: "Ada", role: "member" };
  if (open) await db.insert(grants).values({ userId: id, feature: "workshops" });
}

/** Where a gate sends somebody to, as Next notes it in what it throws. */
async function sentTo(gate: Promise<unknown>): Promise<string | undefined> {
  const digest = await gate.then(
    () => "",
    (thrown: unknown) => (thrown instanceof Error && "digest" in thrown ? String(thrown.digest) : ""),
  );
  return digest.split(";")[2];
}

test("a page lets in whom it is open to, and says who it is", async () => {
  await signIn(true);
  expect(await requireFeature("workshops", "/studio")).toBe(session.user);
});

test("others are sent to sign in and come back, or to the plans that open it", async () => {
  expect(await sentTo(requireFeature("workshops", "/studio"))).toBe("/sign-in?next=%2Fstudio");
  await signIn(false);
  expect(await sentTo(requireFeature("workshops", "/studio"))).toBe("/pricing?for=workshops");
});

test("a route handler is called only for whom it is open to; others get 402 with what opens it", async () => {
  const handler = vi.fn((name: string) => new Response(`for ${name}`));
  const route = withFeature("workshops", handler);
  for (const signedIn of [false, true]) {
    if (signedIn) await signIn(false);
    const refused = await route("Ada");
    expect(refused.status).toBe(402);
    expect(await refused.json()).toMatchObject({
      error: {
        code: "feature_closed",
        feature: "workshops",
        signed_in: signedIn,
        plans: "http://localhost:3000/pricing?for=workshops",
      },
    });
  }
  expect(handler).not.toHaveBeenCalled();
  await signIn(true);
  expect(await (await route("Ada")).text()).toBe("for Ada");
});

test("a component doesn't even make what is closed", async () => {
  const secret = vi.fn(() => <p>The exercises</p>);
  const part = () => Open({ feature: "workshops", otherwise: <p>See the plans</p>, children: secret });
  await signIn(false);
  expect(renderToStaticMarkup(await part())).toBe("<p>See the plans</p>");
  expect(secret).not.toHaveBeenCalled();
  await signIn(true);
  expect(renderToStaticMarkup(await part())).toBe("<p>The exercises</p>");
});

test("a layout draws nothing of what lies below it, and a server action does nothing, for whom it is closed to", async () => {
  const drawn = vi.fn();
  const done = vi.fn();
  const layout = async () => {
    await requireFeature("workshops", "/studio");
    drawn();
  };
  const action = async (_form: FormData) => {
    const user = await requireFeature("workshops", "/studio");
    done(user.id);
  };
  for (const signedIn of [false, true]) {
    if (signedIn) await signIn(false);
    const to = signedIn ? "/pricing?for=workshops" : "/sign-in?next=%2Fstudio";
    expect(await sentTo(layout())).toBe(to);
    expect(await sentTo(action(new FormData()))).toBe(to);
  }
  expect(drawn).not.toHaveBeenCalled();
  expect(done).not.toHaveBeenCalled();
  await signIn(true);
  await layout();
  await action(new FormData());
  expect(drawn).toHaveBeenCalledOnce();
  expect(done).toHaveBeenCalledWith(session.user?.id);
});

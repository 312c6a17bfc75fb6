import { createServer, type Server } from "node:net";
import { expect, test } from "vitest";
import { chooseSettings } from "@/scripts/services/settings";
import { anyFreePort } from "@/scripts/support/ports";

const development = { NODE_ENV: "development" };
const real = {
  STRIPE_SECRET_KEY: "sk_test_51Hxyz",
  STRIPE_PUBLISHABLE_KEY: "pk_test_51Hxyz",
  STRIPE_WEBHOOK_SECRET: "whsec_abc",
};

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

test("with nothing set, the database and the stand-in are ours to start", async () => {
  const settings = await chooseSettings(development);
  expect(settings).toMatchObject({ provide: true, ownDatabase: true });
  expect(settings.env.STRIPE_EMULATOR_URL).toBe(`http://localhost:${settings.standIn?.port}`);
  expect(settings.env.APP_URL).toBe(`http://localhost:${settings.port}`);
});

test("a stand-in on another port than the one other commands look at is said how to be named to them", async () => {
  // Whoever has it, it is taken.
  const taken = await listen(12111).catch(() => null);
  const { standIn, notes } = await chooseSettings(development);
  taken?.close();
  expect(standIn?.port).not.toBe(12111);
  expect(notes).toContain(`To other commands it is named by STRIPE_EMULATOR_URL=${standIn?.origin}.`);
});

test("a database of one's own is used as it is", async () => {
  const settings = await chooseSettings({
    ...development,
    DATABASE_URL: "postgres://me@localhost:5432/mine",
  });
  expect(settings.ownDatabase).toBe(false);
});

test("with Stripe's keys no stand-in is started, and none is named", async () => {
  const settings = await chooseSettings({ ...development, ...real });
  expect(settings.standIn).toBeUndefined();
  expect(settings.env.STRIPE_EMULATOR_URL).toBeUndefined();
});

test("with a secret key alone, the missing ones are named", async () => {
  const settings = chooseSettings({ ...development, STRIPE_SECRET_KEY: real.STRIPE_SECRET_KEY });
  await expect(settings).rejects.toThrow(
    /STRIPE_PUBLISHABLE_KEY is missing[\s\S]*STRIPE_WEBHOOK_SECRET is missing/,
  );
});

test("a port asked for and taken is named", async () => {
  const port = await anyFreePort();
  const other = await listen(port);
  await expect(chooseSettings({ ...development, PORT: String(port) })).rejects.toThrow(`Port ${port}`);
  other.close();
});

test.each(["abc", "99999", "0", "-1", "3000.5", "3e3", " 3000"])(
  "PORT=%s is refused by its name",
  async (PORT) => {
    await expect(chooseSettings({ ...development, PORT })).rejects.toThrow(
      "  PORT must be a number from 1 to 65535",
    );
  },
);

test("a PORT that is none is told together with all else that is wrong", async () => {
  const wrong = { ...development, PORT: "abc", AUTH_SECRET: "short", WORKER: "maybe" };
  const told = await chooseSettings(wrong).catch(String);
  expect(told).toMatch(/PORT must be a number.*AUTH_SECRET must have 32.*WORKER must be off/s);
});

test("the port of a local APP_URL is where we listen, that of a public one is not ours", async () => {
  const port = await anyFreePort();
  const local = await chooseSettings({ ...development, APP_URL: `http://localhost:${port}` });
  expect(local.port).toBe(port);
  const open = await chooseSettings({ ...development, APP_URL: "https://gatehouse.example:8443" });
  expect(open.port).not.toBe(8443);
  expect(open.origin).toBe("https://gatehouse.example:8443");
});

test("production brings nothing of its own, and says what is missing", async () => {
  await expect(chooseSettings({ NODE_ENV: "production" })).rejects.toThrow(
    /DATABASE_URL[\s\S]*APP_URL[\s\S]*AUTH_SECRET[\s\S]*STRIPE/,
  );
});

test("a demo in production is brought up whole", async () => {
  const settings = await chooseSettings({ NODE_ENV: "production", GATEHOUSE_DEMO: "1" });
  expect(settings).toMatchObject({ provide: true, ownDatabase: true });
  expect(settings.standIn?.secretKey).toBe("sk_test_gatehouse");
});

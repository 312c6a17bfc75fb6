import { expect, test } from "vitest";
import { findWrongImports } from "@/scripts/checks/imports";

test.each([
  ["app/page.tsx", `import { Card } from "@/components/ui/card";`],
  ["components/plan.tsx", `import { formatMoney } from "@/lib/money";`],
  ["lib/billing/access.ts", `import { mirror } from "@/lib/stripe/mirror/mirror";`],
  ["lib/stripe/client.ts", `import Stripe from "stripe";`],
  ["lib/billing/on/x.ts", `import { enqueue } from "@/lib/jobs/enqueue";`],
  ["lib/jobs/x.ts", `import { db } from "@/db/client";`],
  ["lib/billing/a/b.ts", `import { c } from "../c";`],
  ["emulator/core/shapes.ts", `import type Stripe from "stripe";`],
  ["scripts/dev.ts", `// import { x } from "@/emulator/main";\nimport { run } from "./support/fault";`],
  ["db/schema/stripe.ts", `export const schema = pgSchema("stripe");\nexport const theme = "stripe";`],
])("%s may have %s", (path, source) => {
  expect(findWrongImports(path, source)).toEqual([]);
});

test.each([
  ["components/plan.tsx", `import { plans } from "@/app/plans";`, "components must not import from app"],
  [
    "lib/stripe/x.ts",
    `import { access } from "@/lib/billing/access";`,
    "lib/stripe must not import from lib/billing",
  ],
  [
    "lib/stripe/x.ts",
    `import { access } from "../billing/access";`,
    "lib/stripe must not import from lib/billing",
  ],
  ["lib/jobs/x.ts", `import { jobs } from "@/lib/billing/jobs";`, "lib must not import from lib/billing"],
  ["lib/email/x.ts", `import { stripe } from "@/lib/stripe/client";`, "lib must not import from lib/stripe"],
  ["db/client.ts", `import { stripe } from "@/lib/stripe/client";`, "db must not import from lib/stripe"],
  ["app/page.tsx", `import Stripe from "stripe";`, "app must not import the package stripe"],
  ["app/page.tsx", `import type Stripe from "stripe";`, "app must not import the package stripe"],
  ["app/page.tsx", `import { eq } from "drizzle-orm";`, "app must not import the package drizzle-orm"],
  ["emulator/main.ts", `import { env } from "@/lib/env";`, "emulator must not import from lib"],
  ["emulator/main.ts", `import Stripe from "stripe";`, "other than by import type"],
  ["lib/money.ts", `export { x } from "@/emulator/core/form";`, "lib must not import from emulator"],
  ["app/page.tsx", `const x = await import("@/scripts/dev");`, "app must not import from scripts"],
  ["app/page.tsx", `import { Card } from "../components/ui/card";`, "begin with @/"],
])("%s may not have %s", (path, source, problem) => {
  expect(findWrongImports(path, source).join()).toContain(problem);
});

test("the place of a wrong import is its line, also when it spans several", () => {
  const source = `import { z } from "zod";\n\nimport {\n  a,\n  b,\n} from "@/app/a";\n`;
  expect(findWrongImports("lib/billing/x.ts", source)).toEqual([
    "lib/billing/x.ts:6 lib/billing must not import from app: @/app/a",
  ]);
});

import type { NextConfig } from "next";

/** A second server beside the developer's own (tests, a trial build) keeps its files apart. */
const beside = process.env.NEXT_DIST_DIR;

/** What such a build leaves undone: nothing of it crosses a wire, and on CI there is no later build to keep its work for. */
const unpolished: NextConfig["experimental"] = {
  turbopackMinify: false,
  turbopackSourceMaps: false,
  turbopackFileSystemCacheForBuild: !process.env.CI,
};

const config: NextConfig = {
  distDir: beside || ".next",
  // Next writes where its generated types are into tsconfig.json, but not into one that extends another;
  // types are for the real build to check.
  typescript: beside ? { tsconfigPath: "e2e/tsconfig.json", ignoreBuildErrors: true } : {},
  ...(beside ? { compress: false, experimental: unpolished } : {}),
  poweredByHeader: false,
  // Stripe's frame, which is of another origin, has the page's typeface.
  async headers() {
    const anybody = [{ key: "Access-Control-Allow-Origin", value: "*" }];
    return [{ source: "/_next/static/media/:file*.woff2", headers: anybody }];
  },
  reactStrictMode: true,
  // Loaded by Node itself. Bundling breaks native and database packages, and React Email, which renders with React's own
  // server; the others have hundreds of files, which every build, and the first page in development, would have to read.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@react-email/render",
    "drizzle-orm",
    "graphile-worker",
    "marked",
    "next-auth",
    "nodemailer",
    "postgres",
    "rate-limiter-flexible",
    "stripe",
    "zod",
  ],
  // Read from disk while running, so a traced deployment has to carry them.
  outputFileTracingIncludes: { "/**": ["./content/articles/*.md", "./db/migrations/**/*"] },
};

export default config;

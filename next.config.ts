import type { NextConfig } from "next";

/** A second server beside the developer's own (tests, a trial build) keeps its files apart. */
const beside = process.env.NEXT_DIST_DIR;

const config: NextConfig = {
  distDir: beside || ".next",
  // Next writes where its generated types are into tsconfig.json, but not into one that extends another;
  // types are for the real build to check.
  typescript: beside ? { tsconfigPath: "e2e/tsconfig.json", ignoreBuildErrors: true } : {},
  poweredByHeader: false,
  reactStrictMode: true,
  // Native and database packages are loaded by Node itself; bundling them breaks their binaries.
  // React Email renders with React's own server, which Next keeps from what it bundles.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@react-email/components",
    "postgres",
    "graphile-worker",
    "nodemailer",
  ],
  // Read from disk while running, so a traced deployment has to carry them.
  outputFileTracingIncludes: { "/**": ["./content/articles/*.md", "./db/migrations/**/*"] },
};

export default config;

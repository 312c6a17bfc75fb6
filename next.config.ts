import type { NextConfig } from "next";

const config: NextConfig = {
  // A second server beside the developer's own (tests, a trial build) keeps its files apart.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Native and database packages are loaded by Node itself; bundling them breaks their binaries.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "graphile-worker", "nodemailer"],
  // Read from disk while running, so a traced deployment has to carry them.
  outputFileTracingIncludes: { "/**": ["./content/articles/*.md", "./db/migrations/**/*"] },
};

export default config;

import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native and database packages are loaded by Node itself; bundling them breaks their binaries.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "graphile-worker", "nodemailer"],
};

export default config;

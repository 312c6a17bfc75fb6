import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PaymentBanner } from "@/components/account/payment-banner";
import { SiteFooter } from "@/components/site/footer";
import { SiteHeader } from "@/components/site/header";
import { SkipLink } from "@/components/site/skip-link";
import { themeCookie, themeFrom } from "@/lib/theme/theme";
import { mono, sans, serif, serifItalic } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Gatehouse", template: "%s · Gatehouse" },
  description: "A small library of essays and workshops on running subscriptions.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

/**
 * The frame of every page: `main` stands here, so pages begin with their own content (see `Column`).
 * The theme is read from its cookie on the server, which is why it never flashes.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(themeCookie)?.value);
  return (
    <html
      lang="en"
      {...(theme !== "system" && { "data-theme": theme })}
      className={`${sans.variable} ${mono.variable} ${serif.variable} ${serifItalic.variable}`}
    >
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader />
        <PaymentBanner />
        <main id="content" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <SiteFooter theme={theme} />
      </body>
    </html>
  );
}

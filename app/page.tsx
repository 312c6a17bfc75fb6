import { Hero } from "@/components/landing/hero";
import { Inside } from "@/components/landing/inside";
import { Price } from "@/components/landing/price";
import { plans } from "@/lib/billing/queries/plans";
import { visitorLocale } from "@/lib/locale/visitor";

export default async function LandingPage() {
  const [onSale, locale] = await Promise.all([plans(), visitorLocale()]);
  return (
    <>
      <Hero />
      <Inside />
      <Price plans={onSale} locale={locale} />
    </>
  );
}

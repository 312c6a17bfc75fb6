import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { WayBack } from "@/components/gate/way-back";
import { KeyList } from "@/components/keys/key-list";
import { NewKeyForm } from "@/components/keys/new-key-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/auth/session";
import { accessFor } from "@/lib/billing/access";
import { apiKeysOf } from "@/lib/billing/queries/api-keys";
import { env } from "@/lib/env";
import { visitorLocale } from "@/lib/locale/visitor";
import { makeKey, revoke } from "./actions";

export const metadata: Metadata = { title: "Your API keys" };

export default async function KeysPage({ searchParams }: PageProps<"/account/keys">) {
  const user = await requireUser("/account/keys");
  const [keys, access, locale, { said }] = await Promise.all([
    apiKeysOf(user.id),
    accessFor(user.id),
    visitorLocale(),
    searchParams,
  ]);
  const lost = access.closed.find(({ feature }) => feature === "api");
  const { origin } = new URL(env().APP_URL);
  return (
    <AccountPage
      title="Your API keys"
      lead="A key lets a program of yours read in the library what is open to you."
      said={said}
    >
      {!access.can("api") && (
        <div className="mb-10">
          {lost ? (
            <WayBack userId={user.id} closed={lost} locale={locale} name="The API" />
          ) : (
            <Notice title="Your plan has no API so far">
              Keys can be made, and are answered once a plan opens it.{" "}
              <TextLink href="/pricing?for=api">See the plans that do</TextLink>
            </Notice>
          )}
        </div>
      )}
      {keys.length > 0 && (
        <div className="mb-10">
          <KeyList keys={keys} locale={locale} revoke={revoke} />
        </div>
      )}
      <NewKeyForm action={makeKey} />
      <section aria-labelledby="use" className="mt-12 border-t border-line pt-8">
        <h2 id="use" className="text-21 font-semibold">
          How it is used
        </h2>
        <p className="mt-2 text-ink-soft">
          Send it with each request. Whoever has it reads in your name, and at your cost: keep it as you keep
          a password. <TextLink href="/account/usage">See what you have used</TextLink>
        </p>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which a keyboard has to reach
          tabIndex={0}
          className="mt-4 overflow-x-auto border border-line bg-wash p-4 font-mono text-13"
        >
          {`curl ${origin}/api/v1/articles \\\n  -H "Authorization: Bearer gh_…"`}
        </pre>
      </section>
    </AccountPage>
  );
}

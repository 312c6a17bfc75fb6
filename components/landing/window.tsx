import { articles } from "@/content/articles";
import { previewOf } from "@/lib/library/read";

/** The picture of the landing page: the first piece of the library as it stands, seen through the arch. */
export async function LibraryWindow() {
  const [first] = articles;
  if (!first) return null;
  const { html } = await previewOf(first);
  return (
    <div
      role="img"
      aria-label={`The first page of “${first.title}”`}
      className="mx-auto w-full max-w-[28rem] select-none"
    >
      <div className="mx-4 h-[31rem] overflow-hidden rounded-t-full border border-b-0 border-edge bg-wash px-8 pt-28 sm:h-[36rem] sm:px-11 sm:pt-32">
        <p className="text-center font-serif text-28 font-semibold text-balance">{first.title}</p>
        <p className="mt-2 text-center text-13 text-ink-soft">{first.minutes} minutes</p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by us, rendered on the server, raw HTML escaped */}
        <div className="mt-6 space-y-4 font-serif text-17" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
      <div className="border-t-2 border-accent" />
    </div>
  );
}

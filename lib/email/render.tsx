import { render, toPlainText } from "@react-email/render";
import { Frame } from "./frame";
import { greeting } from "./greeting";
import type { Letter } from "./letter";

type Around = {
  /** As the person has given it. */
  name: string;
  appUrl: string;
  choices: string | null;
};

/** A letter in its frame, as HTML and as the same in plain text. */
export async function renderLetter(
  { preview, body }: Letter,
  { name, appUrl, choices }: Around,
): Promise<{ html: string; text: string }> {
  const html = await render(
    <Frame preview={preview} greeting={greeting(name)} appUrl={appUrl} choices={choices}>
      {body}
    </Frame>,
  );
  return { html, text: toPlainText(html, { selectors: [{ selector: "a", options: plainLink }] }) };
}

/** "Your account <https://…>", which every mail program makes a link of and no word runs into. */
const plainLink = { linkBrackets: ["<", ">"] as [string, string], hideLinkHrefIfSameAsText: true };

import { make } from "./element";

/** Asks once more before it removes: the button's second press within its own words is the answer. */
export function removeButton(name: string, remove: () => Promise<void>): HTMLElement {
  const ask = make(
    "button",
    { class: "LinkButton", type: "button", "aria-label": `Remove ${name}` },
    "Remove",
  );
  const yes = make("button", { class: "LinkButton LinkButton--danger", type: "button" }, "Remove card");
  const no = make("button", { class: "LinkButton", type: "button" }, "Keep");
  const node = make("span", { class: "ChoiceAside" }, ask);
  ask.addEventListener("click", () => {
    node.replaceChildren(no, yes);
    no.focus();
  });
  no.addEventListener("click", () => {
    node.replaceChildren(ask);
    ask.focus();
  });
  yes.addEventListener("click", async () => {
    yes.disabled = true;
    await remove();
    yes.disabled = false;
    node.replaceChildren(ask);
  });
  return node;
}

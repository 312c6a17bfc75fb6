/** A dialog over the page, named for those who can't see it, that only what is in it can close. */
export function modal(name: string): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", name);
  Object.assign(dialog.style, {
    width: "min(440px, 100%)",
    maxWidth: "100%",
    maxHeight: "100%",
    margin: "auto",
    padding: "0",
    border: "0",
    borderRadius: "10px",
    overflow: "hidden",
    background: "transparent",
    boxShadow: "0 0 0 100vmax rgb(0 0 0 / 55%), 0 20px 60px rgb(0 0 0 / 35%)",
  });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  return dialog;
}

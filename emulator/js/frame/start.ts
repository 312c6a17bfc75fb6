import type { Answer, Api } from "../api";
import type { FrameCall, FrameSetup, ToFrame } from "../protocol";
import { applyAppearance } from "./appearance";
import type { Channel } from "./channel";
import type { ElementForm } from "./element-form";
import { loadFonts } from "./fonts";
import { formFor } from "./form-for";
import { checkIntent } from "./intent-check";

/** Draws an element's form, keeps the page told of it, and does what the page asks. */
export async function startElement(channel: Channel, api: Api): Promise<void> {
  const { setup } = channel;
  applyAppearance(setup.appearance);
  loadFonts(setup.fonts);
  const checked = await checkIntent(api, setup);
  if ("error" in checked) {
    channel.send({ kind: "loaderror", error: checked.error });
    return;
  }
  const { keepsCard } = checked;
  let form = draw(channel, setup, keepsCard);
  watch(channel);
  channel.listen((message) => {
    if (message.kind === "update")
      form = draw(channel, message.setup, keepsCard || message.setup.keepsCard, form);
    else if (message.kind === "call") {
      run(message.call, form, api).then((answer) => channel.send({ kind: "answer", id: message.id, answer }));
    } else act(message.kind, form);
  });
  channel.send({ kind: "ready" });
}

function draw(channel: Channel, setup: FrameSetup, keepsCard: boolean, before?: ElementForm): ElementForm {
  applyAppearance(setup.appearance);
  let told = "";
  const form: ElementForm = formFor(setup, keepsCard, () => {
    const state = JSON.stringify(form.state);
    if (state === told) return;
    told = state;
    channel.send({ kind: "change", state: form.state });
  });
  form.node.addEventListener("submit", (event) => event.preventDefault());
  const { activeElement } = document;
  const focused = activeElement?.id;
  if (before) form.adopt(before);
  document.body.replaceChildren(form.node);
  if (focused) document.getElementById(focused)?.focus();
  form.onChange();
  return form;
}

/** Tells of height, focus and Escape, whatever is drawn. */
function watch(channel: Channel): void {
  const measure = () =>
    channel.send({ kind: "height", pixels: Math.ceil(document.body.getBoundingClientRect().height) });
  new ResizeObserver(measure).observe(document.body);
  measure();
  document.addEventListener("focusin", ({ relatedTarget }) => {
    if (relatedTarget === null) channel.send({ kind: "focus" });
  });
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget === null) channel.send({ kind: "blur" });
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") channel.send({ kind: "escape" });
  });
}

const ACTIONS: Record<Exclude<ToFrame["kind"], "update" | "call">, (form: ElementForm) => void> = {
  focus: (form) => form.focus(),
  blur: () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  clear: (form) => form.clear(),
  collapse: (form) => form.collapse(),
};

function act(kind: keyof typeof ACTIONS, form: ElementForm): void {
  ACTIONS[kind](form);
}

async function run(call: FrameCall, form: ElementForm, api: Api): Promise<Answer> {
  if (call.name === "value") return { ok: true, object: { ...form.details, complete: form.complete } };
  const problem = form.reveal(call.name === "submit" || call.focus);
  form.onChange();
  if (problem) return { ok: false, error: { type: "validation_error", ...problem } };
  if (call.name === "validate") return { ok: true, object: form.contribution };
  return form.submit(api, call.operation, call.params);
}

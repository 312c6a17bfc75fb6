import type { Answer, Api } from "../api";
import type { FrameCall, FrameSetup, ToFrame } from "../protocol";
import { applyAppearance } from "./appearance";
import type { Channel } from "./channel";
import type { ElementForm } from "./element-form";
import { loadFonts } from "./fonts";
import { formFor } from "./form-for";
import { type Loaded, load } from "./load";

/** Draws an element's form, keeps the page told of it, and does what the page asks. */
export async function startElement(channel: Channel, api: Api): Promise<void> {
  let { setup } = channel;
  applyAppearance(setup.appearance);
  loadFonts(setup.fonts);
  let loaded = await load(api, setup);
  if ("error" in loaded) {
    channel.send({ kind: "loaderror", error: loaded.error });
    return;
  }
  let form = draw(channel, api, setup, loaded);
  watch(channel);

  /** Reads anew what the form is drawn from; what can't be read leaves it as it was. */
  async function reload(): Promise<Answer> {
    const again = await load(api, setup);
    if ("error" in again) return { ok: false, error: again.error };
    loaded = again;
    form = draw(channel, api, setup, again, form);
    return { ok: true, object: {} };
  }

  channel.listen(async (message) => {
    if (message.kind === "update") {
      const anew =
        message.setup.customerSession !== setup.customerSession || hasAnnounced(message.setup, setup);
      setup = message.setup;
      if (anew) await reload();
      else if (!("error" in loaded)) form = draw(channel, api, setup, loaded, form);
    } else if (message.kind === "call") {
      const { call, id } = message;
      const answer = call.name === "reload" ? await reload() : await run(call, form, api);
      channel.send({ kind: "answer", id, answer });
    } else act(message.kind, form);
  });
  channel.send({ kind: "ready", details: form.readyDetails });
}

/** Whether a deferred intent is announced as another one than before. */
function hasAnnounced(now: FrameSetup, before: FrameSetup): boolean {
  return now.keepsCard !== before.keepsCard || now.asksCvcAgain !== before.asksCvcAgain;
}

function draw(
  channel: Channel,
  api: Api,
  setup: FrameSetup,
  loaded: Loaded,
  before?: ElementForm,
): ElementForm {
  applyAppearance(setup.appearance);
  let told = "";
  const onChange = () => {
    const state = JSON.stringify(form.state);
    if (state === told) return;
    told = state;
    channel.send({ kind: "change", state: form.state });
  };
  const form: ElementForm = formFor(setup, { api, loaded, tell: channel.send, onChange });
  form.node.addEventListener("submit", (event) => event.preventDefault());
  const focused = document.activeElement?.id;
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

async function run(
  call: Exclude<FrameCall, { name: "reload" }>,
  form: ElementForm,
  api: Api,
): Promise<Answer> {
  if (call.name === "value") return { ok: true, object: { ...form.details, complete: form.complete } };
  const problem = form.reveal(call.name === "submit" || call.focus);
  form.onChange();
  if (problem) return { ok: false, error: { type: "validation_error", ...problem } };
  if (call.name === "validate") return { ok: true, object: form.contribution };
  return form.submit(api, call.operation, call.params);
}

import { IntegrationError } from "./errors";

const HOW = "Make sure to call mount() with a valid DOM element or selector.";

/** The node a page names for something to be mounted in; throws where there is none. */
export function placeOf(target: unknown): HTMLElement {
  if (target instanceof HTMLElement) return target;
  if (target === undefined || target === null || target === "") {
    throw new IntegrationError(`Missing argument. ${HOW}`);
  }
  if (typeof target !== "string") throw new IntegrationError(`Invalid DOM element. ${HOW}`);
  const node = document.querySelector<HTMLElement>(target);
  if (node) return node;
  throw new IntegrationError(
    `The selector you specified (${target}) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().`,
  );
}

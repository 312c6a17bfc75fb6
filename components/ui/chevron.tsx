import { Icon } from "./icon";

/** Points down to what opens below; its class says how large it is, and turns or places it. */
export function Chevron({ className }: { className: string }) {
  return <Icon path="m3 6 5 5 5-5" className={className} />;
}

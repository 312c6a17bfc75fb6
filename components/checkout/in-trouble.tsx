import type { Trouble } from "@/lib/billing/trouble";
import { Stopped } from "./stopped";
import { Waiting } from "./waiting";

/** A checkout page that can't be drawn just now. What passes by itself is looked for again; what was refused stays so. */
export function InTrouble({ trouble: { kind, title, text } }: { trouble: Trouble }) {
  if (kind !== "refused") return <Waiting title={title}>{text}</Waiting>;
  return (
    <Stopped title={title} action={{ href: "/account", label: "See your account" }}>
      {text}
    </Stopped>
  );
}

import { Stopped } from "@/components/checkout/stopped";

export default function UnknownItem() {
  return (
    <Stopped title="There is nothing here to buy" action={{ href: "/library", label: "Go to the library" }}>
      The link you followed names something that we don't have.
    </Stopped>
  );
}

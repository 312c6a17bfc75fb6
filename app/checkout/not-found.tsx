import { Stopped } from "@/components/checkout/stopped";

export default function UnknownPrice() {
  return (
    <Stopped title="There is no such plan" action={{ href: "/pricing", label: "See the plans" }}>
      The link you followed names no plan that we have.
    </Stopped>
  );
}

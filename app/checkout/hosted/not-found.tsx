import { Stopped } from "@/components/checkout/stopped";

export default function UnknownSession() {
  return (
    <Stopped title="We can't find this payment" action={{ href: "/account", label: "Go to your account" }}>
      The link isn't whole, or belongs to another account than the one you are signed in to. What you hold is
      on your account page.
    </Stopped>
  );
}

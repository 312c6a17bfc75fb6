import { Stopped } from "@/components/checkout/stopped";

export default function UnknownConfirmation() {
  return (
    <Stopped title="This link isn't whole" action={{ href: "/account", label: "Go to your account" }}>
      Mail programs sometimes break a link in two. Nothing was changed, and your account has a button that
      sends you another.
    </Stopped>
  );
}

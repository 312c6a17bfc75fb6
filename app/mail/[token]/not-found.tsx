import { Stopped } from "@/components/checkout/stopped";

export default function UnknownMailLink() {
  return (
    <Stopped
      title="This link isn't whole"
      action={{ href: "/account/mail", label: "Choose in your account" }}
    >
      Mail programs sometimes break a link in two. Nothing was changed.
    </Stopped>
  );
}

import { Stopped } from "@/components/checkout/stopped";

export default function UnknownPasswordLink() {
  return (
    <Stopped title="This link counts no more" action={{ href: "/new-password", label: "Ask for another" }}>
      It was used already, the password was changed since, or a mail program broke it in two. Nothing was
      changed now.
    </Stopped>
  );
}

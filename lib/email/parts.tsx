import { Button } from "@react-email/button";
import { Link } from "@react-email/link";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { classes, style } from "./look";

/** One thought. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className={classes.ink} style={style.text}>
      {children}
    </Text>
  );
}

/** The one thing to do. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Button href={href} className={classes.action} style={style.action}>
        {children}
      </Button>
    </Section>
  );
}

/** A link within a thought. */
export function To({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={classes.ink} style={style.link}>
      {children}
    </Link>
  );
}

import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { classes, darkStyles, small, style } from "./look";

type FrameProps = {
  preview: string;
  greeting: string;
  /** Our own address, without a trailing slash. */
  appUrl: string;
  /** Where whoever doesn't want mails of this kind says so. */
  choices: string | null;
  children: ReactNode;
};

/** What all mails share: one column on paper, the greeting, whom it is from, and how to have no more of its kind. */
export function Frame({ preview, greeting, appUrl, choices, children }: FrameProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className={classes.paper} style={style.paper}>
        <Container style={style.column}>
          <Text className={classes.ink} style={style.text}>
            {greeting}
          </Text>
          {children}
          <Text className={classes.ink} style={style.text}>
            Gatehouse
          </Text>
          <Hr className={classes.line} style={style.line} />
          <Text className={classes.soft} style={small}>
            You get this mail because an account at{" "}
            <Link href={appUrl} className={classes.soft} style={style.softLink}>
              Gatehouse
            </Link>{" "}
            has your address.
          </Text>
          {choices && (
            <Text className={classes.soft} style={small}>
              You can do without mails like this one:{" "}
              <Link href={choices} className={classes.soft} style={style.softLink}>
                choose what we write to you
              </Link>
              .
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  );
}

import { TextField } from "@/components/ui/text-field";

type Fault = { error: string | undefined };

/** The address of an account there is: what a browser keeps a password under. */
export function AccountEmailField({ value, error }: Fault & { value: string }) {
  return (
    <TextField
      id="email"
      type="email"
      label="E-mail address"
      autoComplete="username"
      required
      defaultValue={value}
      error={error}
    />
  );
}

/** A password that is chosen now; browsers offer to make one up. */
export function ChosenPasswordField({ label, rule, error }: Fault & { label: string; rule: string }) {
  return (
    <TextField
      id="password"
      type="password"
      label={label}
      hint={rule}
      autoComplete="new-password"
      required
      error={error}
    />
  );
}

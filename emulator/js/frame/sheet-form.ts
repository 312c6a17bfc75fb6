import type { Answer, Api, ApiObject, FormParams } from "../api";
import type { FrameNews, FrameSetup, Price, SheetOptions, SubmitOperation } from "../protocol";
import { make } from "./element";
import { ElementForm } from "./element-form";
import type { FormField } from "./form-field";
import { amountText } from "./money";
import { SelectField } from "./select-field";
import { TEST_ADDRESSES, TEST_CARDS, TEST_EMAIL, TEST_NAME, TEST_PHONE } from "./test-people";
import { WALLETS } from "./wallets";

type SheetSetup = Extract<FrameSetup, { type: "sheet" }>;

/** What a wallet opens: what is paid, with which of its cards, and where it goes. A plain sheet of our own. */
export class SheetForm extends ElementForm {
  readonly node: HTMLElement;
  readonly #options: SheetOptions;
  readonly #price: Price;
  readonly #card: SelectField;
  readonly #address: SelectField | null;
  readonly #rate: SelectField | null;
  readonly #problem = make("p", { class: "Error", role: "alert" });
  readonly #pay: HTMLButtonElement;

  constructor(
    { options, price: announced }: SheetSetup,
    price: Price | null,
    readonly tell: (news: FrameNews) => void,
  ) {
    super(() => {});
    this.#options = options;
    this.#price = price ?? announced ?? { amount: 0, currency: "usd" };
    const cards = TEST_CARDS.map(({ number, name }) => ({ code: number, name }));
    this.#card = select("card", "Test card", cards, () => {});
    this.#address = options.shippingAddressRequired ? this.#addresses(options) : null;
    this.#rate = options.shippingRates.length > 0 ? this.#rates(options) : null;
    this.#pay = make("button", { type: "submit", class: "Wallet Wallet--black" }, `Pay ${this.#total}`);
    const cancel = make("button", { type: "button", class: "LinkButton" }, "Cancel");
    cancel.addEventListener("click", () => tell({ kind: "cancel" }));
    this.#problem.textContent = options.error;
    const fields = [this.#address, this.#rate, this.#card].flatMap((field) => (field ? [field.node] : []));
    this.node = make(
      "form",
      { class: "ElementForm Sheet", "aria-label": `${WALLETS[options.wallet].name}, in test mode` },
      make("h1", { class: "SheetTitle" }, `${WALLETS[options.wallet].name}, in test mode`),
      this.#items(),
      ...fields,
      this.#problem,
      make("div", { class: "SheetButtons" }, cancel, this.#pay),
    );
    this.node.addEventListener("submit", () => this.#confirm());
  }

  protected get fields(): FormField[] {
    return [this.#address, this.#rate, this.#card].filter((field) => field !== null);
  }

  get details(): ApiObject {
    return {};
  }

  override held({ name }: SubmitOperation): FormParams {
    const { billingDetails, shippingAddress } = this.#chosen;
    const card = {
      number: this.#card.value,
      exp_month: 12,
      exp_year: new Date().getFullYear() + 3,
      cvc: "123",
    };
    const data = { type: "card", card, billing_details: billingDetails };
    if (name === "create_payment_method") return data;
    const shipping = name === "confirm_setup_intent" ? undefined : shippingAddress;
    return { payment_method_data: data, shipping };
  }

  override async submit(api: Api, operation: SubmitOperation, params: FormParams): Promise<Answer> {
    const answer = await super.submit(api, operation, params);
    if (!answer.ok) this.#failed(answer.error.message);
    return answer;
  }

  get #total(): string {
    return amountText(this.#price.amount, this.#price.currency);
  }

  get #chosen() {
    const { billingAddressRequired, emailRequired, phoneNumberRequired, shippingRates } = this.#options;
    const address = this.#address ? TEST_ADDRESSES[Number(this.#address.value)] : undefined;
    const rate = shippingRates.find(({ id }) => id === this.#rate?.value);
    return {
      billingDetails: {
        name: TEST_NAME,
        address: billingAddressRequired ? TEST_ADDRESSES[0] : { country: "US", postal_code: "94080" },
        ...(emailRequired ? { email: TEST_EMAIL } : {}),
        ...(phoneNumberRequired ? { phone: TEST_PHONE } : {}),
      },
      ...(address ? { shippingAddress: { name: TEST_NAME, address } } : {}),
      ...(rate ? { shippingRate: { ...rate } } : {}),
    };
  }

  #items(): HTMLElement {
    const { lineItems, business } = this.#options;
    const { currency } = this.#price;
    const row = (name: string, text: string) =>
      make("div", { class: "SheetItem" }, make("dt", {}, name), make("dd", {}, text));
    const items = lineItems.map(({ name, amount }) => row(name, amountText(amount, currency)));
    return make("dl", { class: "SheetItems" }, ...items, row(business, this.#total));
  }

  #addresses({ allowedShippingCountries: allowed }: SheetOptions): SelectField {
    const choices = TEST_ADDRESSES.map(({ line1, city }, index) => ({
      code: String(index),
      name: `${line1}, ${city}`,
    }));
    const possible = choices.filter((_, index) => {
      const country = TEST_ADDRESSES[index]?.country;
      return allowed.length === 0 || (country !== undefined && allowed.includes(country));
    });
    return select("address", "Ship to", possible, (byHand) => {
      const address = TEST_ADDRESSES[Number(this.#address?.value)];
      if (!byHand || !address) return;
      const { city, state, postal_code, country } = address;
      this.tell({ kind: "shippingaddress", name: TEST_NAME, address: { city, state, postal_code, country } });
    });
  }

  #rates({ shippingRates }: SheetOptions): SelectField {
    const { currency } = this.#price;
    const choices = shippingRates.map(({ id, displayName, amount }) => ({
      code: id,
      name: `${displayName}, ${amountText(amount, currency)}`,
    }));
    return select("rate", "Shipping", choices, (byHand) => {
      const rate = shippingRates.find(({ id }) => id === this.#rate?.value);
      if (byHand && rate) this.tell({ kind: "shippingrate", shippingRate: { ...rate } });
    });
  }

  #confirm(): void {
    this.#pay.disabled = true;
    this.#problem.textContent = "";
    this.tell({ kind: "confirm", details: this.#chosen });
  }

  #failed(message: string): void {
    this.#pay.disabled = false;
    this.#problem.textContent = message;
  }
}

function select(
  name: string,
  label: string,
  choices: ReadonlyArray<{ code: string; name: string }>,
  onChange: (byHand: boolean) => void,
): SelectField {
  const value = choices[0]?.code ?? "";
  return new SelectField({ name, label, autocomplete: "off", choices, value, onChange });
}

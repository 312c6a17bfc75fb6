/** A request that Stripe refuses, and its words; `{name}` stands for what was made before. */
export type Refusal = readonly [
  request: string,
  form: string,
  status: number,
  code: string | null,
  param: string | null,
  message: string,
];

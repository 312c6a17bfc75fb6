/** What each job brings about, in words, by its name in the register of jobs. */
export const JOB_WORDS: Readonly<Record<string, string>> = {
  "checkout.expire": "A checkout session expires",
  "coupon.expire": "A coupon can't be redeemed any more",
  "discount.end": "A discount ends",
  "dispute.due": "The time to answer a dispute is over",
  "dispute.resolve": "A dispute is decided",
  "invoice.advance": "A draft invoice is finalized and paid",
  "invoice.retry": "A failed payment is tried again",
  "promotion_code.expire": "A promotion code expires",
  "refund.settle": "A refund arrives",
  "subscription.boundary": "A subscription's period ends",
  "subscription.expire": "An incomplete subscription expires",
  "subscription.resume": "A pause of payments ends",
  "subscription.trial_will_end": "A trial's end is announced",
  "tax_id.verify": "A tax id is looked up",
  "test_clock.arrive": "A test clock has arrived",
  "test_clock.delete": "A test clock is deleted",
};

import { billing } from "@/billing.config";
import { Question } from "@/components/ui/question";

/** What people ask before they pay. */
export function PricingQuestions() {
  return (
    <section aria-labelledby="questions" className="mt-24 grid gap-x-16 gap-y-6 md:grid-cols-[15rem_1fr]">
      <h2 id="questions" className="text-21 font-semibold">
        Questions
      </h2>
      <div>
        <Question ask="What happens when I cancel?">
          Everything you paid for stays open to the end of the period, and there is no further payment. Until
          that day you can take it back with one button. Your account stays.
        </Question>
        <Question ask="What if a payment fails?">
          You hear of it, and your plan stays open for {billing.graceDays} days while the card is tried again.
          A new card can be given at any time.
        </Question>
        <Question ask="Who sees my card?">
          Stripe, who takes the payment. The card's number goes from your browser to them and never reaches
          our servers.
        </Question>
        <Question ask="Can I read something first?">
          Three pieces are free and whole, without an account, and every other one shows its opening and what
          comes next.
        </Question>
      </div>
    </section>
  );
}

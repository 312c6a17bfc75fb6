import { letPass } from "../../support/shop";
import type { Guide } from "../tour";

/** Disputes and inquiries, answered, won, lost and given up. */
export async function disputes({ stripe, emulator, account }: Guide): Promise<void> {
  const disputed = async (card: string) => {
    const intent = await stripe.paymentIntents.create({
      amount: 5000,
      confirm: true,
      currency: "usd",
      payment_method: card,
      return_url: "https://example.com/back",
    });
    const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
    return dispute?.id ?? "";
  };
  const won = await disputed("pm_card_createDispute");
  await stripe.disputes.update(won, { evidence: { uncategorized_text: "winning_evidence" } });
  const escalated = await disputed("pm_card_createDisputeInquiry");
  await stripe.disputes.update(escalated, { evidence: { uncategorized_text: "escalate_inquiry_evidence" } });
  await letPass(emulator, account, 10);
  await stripe.disputes.retrieve(won);
  await stripe.disputes.close(await disputed("pm_card_createDisputeProductNotReceived"));
}

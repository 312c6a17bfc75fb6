import type { Guide } from "../tour";

/** The account, its endpoints and its events. */
export async function endpoints({ stripe }: Guide): Promise<void> {
  await stripe.accounts.retrieveCurrent();
  const endpoint = await stripe.webhookEndpoints.create({
    enabled_events: ["customer.created"],
    url: "http://127.0.0.1:9/hook",
  });
  await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
  await stripe.webhookEndpoints.retrieve(endpoint.id);
  await stripe.webhookEndpoints.list();
  await stripe.webhookEndpoints.del(endpoint.id);
  await stripe.customers.create();
  const [event] = (await stripe.events.list({ type: "customer.created" })).data;
  await stripe.events.retrieve(event?.id ?? "");
}

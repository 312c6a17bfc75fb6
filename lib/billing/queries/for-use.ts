/**
 * Whether an invoice bills what was used and nothing else, as that of a month in a year's plan does, and the last one of a plan
 * that is over. In SQL; one without lines, and one whose prices the mirror doesn't have, doesn't.
 *
 * @param data the invoice as Stripe sent it
 */
export function onlyForUse(data: string): string {
  return `coalesce((
    select bool_and(coalesce(used.usage_type, '') = 'metered')
    from jsonb_path_query(${data}, '$.lines.data[*]') line
    left join stripe.prices used on used.id = line #>> '{pricing,price_details,price}'
  ), false)`;
}

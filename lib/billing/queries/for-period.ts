/**
 * Whether an invoice is for a period of its subscription, in SQL. Stripe may make it just before the period begins; what is made in
 * that minute and doesn't reach into it, as a change of plan, is for the period before.
 *
 * @param invoice the alias of the invoice's row
 * @param since when the period begins, in unix seconds
 */
export function forPeriod(invoice: string, since: string): string {
  return `${invoice}.created >= to_timestamp(${since}) - interval '1 minute'
    and (${invoice}.created >= to_timestamp(${since}) or jsonb_path_exists(
      ${invoice}.data, '$.lines.data[*] ? (@.period.end > $since)', jsonb_build_object('since', ${since})
    ))`;
}

import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";

/**
 * Puts what was counted in minutes that are over, and isn't in a batch yet, into batches: one for a customer, a meter and a
 * minute. One statement, so that a count is in a batch and marked as taken, or neither. What is counted for such a minute
 * afterwards, by a request that took its time, goes into another batch.
 *
 * @param customer takes this customer's alone, and of the minute that runs as well
 */
export async function takeUsage(now: Date, customer?: string): Promise<void> {
  await runPrepared(db, statement, [now.toISOString(), customer ?? null]);
}

/** `for update` waits for a count at this moment and sees it. */
const statement = `
with counted as (
  select id, meter, customer, at, count - taken as value from usage_counts
  where count > taken and customer is not null and ($2::text is null or customer = $2::text)
    and (at < date_trunc('minute', $1::timestamptz) or $2::text is not null)
  order by id
  for update
), marked as (
  update usage_counts u set taken = u.taken + counted.value from counted where u.id = counted.id
)
insert into usage_batches (meter, customer, at, value)
select meter, customer, at, sum(value) from counted group by meter, customer, at`;

/**
 * The start of a day (UTC) that is written as 2027-01-31.
 *
 * @returns unix milliseconds; null for what is no day, 31 February too, which `Date` takes for one in March
 */
export function startOfDay(day: string): number | null {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(day) ? start : null;
}

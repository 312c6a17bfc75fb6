import type { Row, RowList, Sql } from "postgres";

/** A statement as postgres.js's `unsafe` takes it. */
export type Asked = Parameters<Sql["unsafe"]>;

/** `asValues`: rows as lists of values. */
export type Ask = (asked: Asked, asValues: boolean) => Promise<RowList<Row[]>>;

/** postgres.js's `unsafe`: a promise that can still be told how its rows are to come. */
export function unsafely(ask: Ask) {
  return (...asked: Asked): Promise<RowList<Row[]>> & { values(): Promise<RowList<Row[]>> } => {
    let asValues = false;
    const answer = Promise.resolve().then(() => ask(asked, asValues));
    const values = () => {
      asValues = true;
      return answer;
    };
    return Object.assign(answer, { values });
  };
}

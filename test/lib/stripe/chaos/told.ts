import { isDocument, isRecord } from "@/lib/stripe/mirror/observed";
import { isMirrored, type MirroredType, mirrored, mirroredTypes } from "@/lib/stripe/mirror/registry";
import { GONE, textOf } from "./content";

/** An event as the stand-in lists it, and the text in which it delivers it. */
export type SentEvent = {
  id: string;
  type: string;
  created: number;
  data: { object: Record<string, unknown> };
};

/**
 * Everything that the stand-in has told of its objects, by events or by answers, each with the moment of its
 * history at which that was so. The n-th event's moment is n; an answer's lies between the events before and
 * after it.
 */
export class Told {
  readonly events: SentEvent[] = [];
  readonly #known = new Set<string>();
  readonly #moments = new Map<string, number[]>();
  readonly #last = new Map<string, number>();

  event(event: SentEvent): void {
    this.events.push(event);
    this.#known.add(event.id);
    const { object } = event.data;
    if (!isDocument(object) || !isMirrored(object.object) || mirrored(object.object).gather) return;
    this.#last.set(`${object.object} ${object.id}`, this.events.length - 1);
    const gone = event.type === mirrored(object.object).deletedBy;
    this.#note(object.object, object.id, gone ? GONE : textOf(object), this.events.length - 1);
  }

  knows(event: string): boolean {
    return this.#known.has(event);
  }

  answer(address: string, body: unknown): void {
    const subject = subjectOf(address);
    if (!subject) return;
    this.#note(subject.type, subject.id, contentOf(body), this.events.length - 0.5);
  }

  /** When an object's content was this, in order; empty if it never was. */
  moments(type: MirroredType, id: string, content: string): readonly number[] {
    return this.#moments.get(`${type} ${id} ${content}`) ?? [];
  }

  /** The moment of the last event about an object. */
  lastOf(type: MirroredType, id: string): number {
    return this.#last.get(`${type} ${id}`) ?? 0;
  }

  #note(type: MirroredType, id: string, content: string, moment: number): void {
    const key = `${type} ${id} ${content}`;
    this.#moments.set(key, [...(this.#moments.get(key) ?? []), moment]);
  }
}

/** What an answer says of an object. */
export function contentOf(body: unknown): string {
  const { error, deleted, object, data }: Record<string, unknown> = isRecord(body) ? body : {};
  if (deleted === true || (isRecord(error) && error.code === "resource_missing")) return GONE;
  return textOf(object === "list" ? data : body);
}

/** The object of the mirror that an address of Stripe's API answers with. */
function subjectOf(address: string): { type: MirroredType; id: string } | undefined {
  const { pathname, searchParams } = new URL(address, "http://stripe");
  const id = searchParams.get("customer") ?? pathname.split("/").at(pathname.endsWith("/features") ? -2 : -1);
  const type = mirroredTypes.find(
    (type) => id && addressOf(type, id) === `${pathname}${queryOf(searchParams)}`,
  );
  return type && id ? { type, id } : undefined;
}

/** Where Stripe tells what an object is. */
export function addressOf(type: MirroredType, id: string): string {
  const { path, each, gather } = mirrored(type);
  return each && gather ? each.list(id) : `${path}/${id}`;
}

function queryOf(params: URLSearchParams): string {
  const customer = params.get("customer");
  return customer ? `?customer=${customer}` : "";
}

import { gzipSync } from "node:zlib";
import { delivery, event, now, signature } from "./events";

export type Refused = [what: string, request: () => Request, reason: string];
/** What of an event's text makes a request that is unusual, and right. */
export type Taken = [what: string, request: (body: string) => Request];

const missing = "The Stripe-Signature header is missing.";
const malformed = "The Stripe-Signature header is malformed.";
const unmatched = "No signature matches the body.";
const untimely = "The signature's time is too far from the present.";
const noJson = "The body is not JSON in UTF-8.";
const noEvent = "The body is not a Stripe event.";
const thin = "The body is a thin event (v2.core.event); this address takes events with their objects.";
const noUnicode = "The body holds text that is not Unicode, or NUL.";
const tooDeep = "The body is nested deeper than 100 levels.";
export const tooLarge = "The body is larger than 1000000 bytes.";
const wrongMode = "The event is of live mode, this application is not.";
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const ill = (field: string) => `The object's ${field} is not what Stripe's API says it is.`;
const uncountable = "The body holds a number beyond what can be counted exactly.";

/**
 * What arrives that is no genuine event of ours, with the reason it is refused for; and what only looks so.
 *
 * @param secret by which genuine events are signed
 */
export function hostileRequests(secret: string): { refused: Refused[]; taken: Taken[] } {
  const sent = event("gatehouse.invented", { id: "x_1", object: "invention" });
  const text = JSON.stringify(sent);
  const signed = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    delivery(body, { secret, headers });
  const withHeader = (header: string) => signed(text, { "Stripe-Signature": header });
  const withText = (escaped: string) => text.replace("invention", escaped);

  function unsigned(): Request {
    const request = delivery(sent, { secret });
    request.headers.delete("stripe-signature");
    return request;
  }

  function inChunks(body: string, sizes: number): Request {
    const { headers } = delivery(body, { secret });
    const chunks = body.match(new RegExp(`.{1,${sizes}}`, "gs")) ?? [];
    const stream = new ReadableStream({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk === undefined) controller.close();
        else controller.enqueue(Buffer.from(chunk));
      },
    });
    const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body: stream, duplex: "half" };
    return new Request("http://localhost/api/stripe/webhook", init);
  }

  const notEvent = (from: string | RegExp, to: string) => () => signed(text.replace(from, to));

  /** Events about objects that the mirror keeps, with something that its columns or views can't read. */
  const odd = (object: string, field: object) => () =>
    signed(JSON.stringify(event("gatehouse.invented", { id: `${object}_odd`, object, ...field })));
  const refused: Refused[] = [
    ["no signature", unsigned, missing],
    ["an empty signature", () => withHeader(""), missing],
    ["a malformed signature", () => withHeader("v1=,t=,,=;"), malformed],
    ["a signature without a time", () => withHeader("v1=00"), malformed],
    [
      "a time that is no number",
      () => withHeader(signature(text, { secret }).replace(/t=\d+/, "t=soon")),
      malformed,
    ],
    [
      "a signature of another scheme",
      () => withHeader(signature(text, { secret }).replace("v1=", "v0=")),
      malformed,
    ],
    ["a signature cut short", () => withHeader(signature(text, { secret }).slice(0, -2)), unmatched],
    ["a signature of other bytes", () => withHeader(signature(`${text} `, { secret })), unmatched],
    [
      "a signature by another secret",
      () => withHeader(signature(text, { secret: "whsec_other" })),
      unmatched,
    ],
    ["an old signature", () => withHeader(signature(text, { secret, time: now() - 310 })), untimely],
    [
      "a signature from the future",
      () => withHeader(signature(text, { secret, time: now() + 310 })),
      untimely,
    ],
    ["an empty body", () => signed(""), noJson],
    ["null", () => signed("null"), noEvent],
    ["a number", () => signed("5"), noEvent],
    ["a list", () => signed("[]"), noEvent],
    ["a mark of byte order", () => signed(`\ufeff${text}`), noJson],
    ["half a document", () => signed("{"), noJson],
    ["a form", () => signed("type=event&id=evt_1"), noJson],
    ["a body that is nothing but nesting", () => signed(nested(100_000)), tooDeep],
    ["an event with deep nesting", () => signed(text.replace('"x_1"', nested(10_000))), tooDeep],
    ["invalid UTF-8", () => signed(Buffer.from(text.replace("invention", "\xff\xfe"), "latin1")), noJson],
    ["NUL in a string", () => signed(withText("a\\u0000b")), noUnicode],
    ["half a surrogate pair", () => signed(withText("\\ud800")), noUnicode],
    ["a surrogate pair the wrong way round", () => signed(withText("\\udc00\\ud800")), noUnicode],
    ["NUL in a name", () => signed(text.replace('"data"', '"\\u0000":1,"data"')), noUnicode],
    ["an event without an id", () => signed(text.replace('"id":"evt', '"no":"evt')), noEvent],
    ["an event without a type", () => signed(text.replace('"type":', '"kind":')), noEvent],
    ["an event whose date is text", () => signed(text.replace(/"created":\d+/, '"created":"now"')), noEvent],
    [
      "an event of a far future",
      () => signed(text.replace(/"created":\d+/, '"created":9007199254740991')),
      noEvent,
    ],
    [
      "an event before all time",
      () => signed(text.replace(/"created":\d+/, '"created":-9007199254740991')),
      noEvent,
    ],
    ["an event whose date is no number", notEvent(/"created":\d+/, '"created":null'), noEvent],
    ["an event with half a second", notEvent(/"created":(\d+)/, '"created":$1.5'), noEvent],
    ["an event whose date is endless", notEvent(/"created":\d+/, '"created":1e200000'), uncountable],
    ["a date that JSON doesn't know", notEvent(/"created":\d+/, '"created":NaN'), noJson],
    ["an event whose id is a number", notEvent(/"id":"evt_\w+"/, '"id":5'), noEvent],
    ["an event whose id is empty", notEvent(/"id":"evt_\w+"/, '"id":""'), noEvent],
    ["an event whose mode is text", notEvent('"livemode":false', '"livemode":"false"'), noEvent],
    ["an event whose version is an object", notEvent(/"api_version":"[^"]+"/, '"api_version":{}'), noEvent],
    ["an event whose account is a list", notEvent('"data":', '"account":[],"data":'), noEvent],
    ["an endless type", notEvent("gatehouse.invented", "x".repeat(9_000)), noEvent],
    ["an event about nothing", notEvent(/"data":\{.*?\}\}/, '"data":{"object":null}'), noEvent],
    ["an event about a list", notEvent(/"data":\{.*?\}\}/, '"data":{"object":[]}'), noEvent],
    ["an event about something nameless", notEvent(/"data":\{.*?\}\}/, '"data":{"object":{}}'), noEvent],
    ["an object of the mirror without an id", odd("subscription", { id: undefined }), ill("id")],
    ["an object of the mirror whose id is nothing", odd("customer", { id: null }), ill("id")],
    ["an object whose id is empty", notEvent('"x_1"', '""'), noEvent],
    ["a number beyond PostgreSQL's", notEvent('"x_1"', '"x_1","n":1e200000'), uncountable],
    ["a number beyond JavaScript's", notEvent('"x_1"', '"x_1","n":[{"m":-1e400}]'), uncountable],
    ["a number with endless digits", notEvent('"x_1"', `"x_1","n":${"9".repeat(200_000)}`), uncountable],
    ["a number beyond what is exact", notEvent('"x_1"', '"x_1","n":9007199254740993'), uncountable],
    ["a number beyond, outside of the object", notEvent('"data":', '"n":1e400,"data":'), uncountable],
    ["an amount in text", odd("invoice", { amount_due: "much" }), ill("amount_due")],
    ["an amount with a fraction", odd("payment_intent", { amount: 1.5 }), ill("amount")],
    ["a yes or no that is neither", odd("price", { active: "perhaps" }), ill("active")],
    ["an object made before all time", odd("customer", { created: -1 }), ill("created")],
    ["an object made in a far future", odd("customer", { created: 1e15 }), ill("created")],
    ["a text too long for an index", odd("customer", { email: "é".repeat(5_000) }), ill("email")],
    ["an object too long for one", odd("invoice", { customer: { a: "b".repeat(3_000) } }), ill("customer")],
    ["items that are no list", odd("subscription", { items: { data: 5 } }), ill("items.data")],
    ["an item that is none", odd("subscription", { items: { data: [null] } }), ill("items.data")],
    [
      "an item whose period is text",
      odd("subscription", { items: { data: [{ current_period_end: "soon" }] } }),
      ill("items.data.current_period_end"),
    ],
    [
      "a line whose quantity is a list",
      odd("invoice", { lines: { data: [{ quantity: [] }] } }),
      ill("lines.data.quantity"),
    ],
    ["a discount without end", odd("customer", { discount: { end: 1e300 } }), uncountable],
    ["a discount whose end is text", odd("customer", { discount: { end: "never" } }), ill("discount.end")],
    ["an endless id", () => signed(text.replace('"evt_', `"evt_${"x".repeat(9_000)}`)), noEvent],
    ["an object with an endless id", () => signed(text.replace("x_1", "x".repeat(9_000))), noEvent],
    ["an object whose id is a number", () => signed(text.replace('"x_1"', "5")), noEvent],
    ["an object that is no event", () => signed('{"id":"cus_1","object":"customer"}'), noEvent],
    ["a thin event", () => signed('{"id":"evt_1","object":"v2.core.event","type":"v1.a"}'), thin],
    ["an event of live mode", () => signed(text.replace('"livemode":false', '"livemode":true')), wrongMode],
    ["a gzipped body", () => signed(gzipSync(text), { "Content-Encoding": "gzip" }), noJson],
    ["10 MB", () => signed(`"${"x".repeat(10_000_000)}"`), tooLarge],
    ["10 MB in chunks", () => inChunks(`"${"x".repeat(10_000_000)}"`, 65_536), tooLarge],
  ];

  const taken: Taken[] = [
    [
      "two signatures of which one is right",
      (body) => {
        const wrong = "0".repeat(64);
        return signed(body, {
          "Stripe-Signature": signature(body, { secret }).replace("v1=", `v1=${wrong},v1=`),
        });
      },
    ],
    ["a signature four minutes old", (body) => delivery(body, { secret, time: now() - 240 })],
    ["a chunked body", (body) => inChunks(body, 7)],
    ["text that looks like an escape", (body) => signed(body.replace("invention", "\\\\u0000 \\\\ud800"))],
    ["a whole surrogate pair", (body) => signed(body.replace("invention", "\\ud83d\\ude00 \u{1f600}"))],
    ["a number too small to count", (body) => signed(body.replace('"x_1"', '"x_1","n":1e-200000'))],
    ["a whole number with a fraction", (body) => signed(body.replace('"x_1"', '"x_1","n":1.000'))],
    ["a number as JSON may write it", (body) => signed(body.replace('"x_1"', '"x_1","n":-1.5E+3'))],
    ["a name twice", (body) => signed(body.replace('"x_1"', '"x_0","id":"x_1"'))],
    ["an event without an object's id", (body) => signed(body.replace('"id":"x_1",', ""))],
    [
      "fields that mean something to JavaScript",
      (body) => signed(body.replace('"data":', '"__proto__":{"type":1},"data":')),
    ],
  ];
  return { refused, taken };
}

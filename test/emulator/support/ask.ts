import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** Connections are kept for much less than the stand-in keeps them: it closes none that is just being used. */
const agent = new Agent({ keepAlive: true, timeout: 1_000 });

type Options = { method: string; headers: Record<string, string>; body?: string };

type Asked = { status: number; headers: Pick<Headers, "get">; text: string };

/**
 * One request by Node's own client, which takes a quarter of the time that `fetch` does: tests ask many thousand times.
 * Redirects aren't followed.
 */
export function ask(address: string, { method, headers, body }: Options): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent, method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: read(answer.headers), text }),
      );
    });
    sent.on("error", reject).end(body);
  });
}

function read(headers: IncomingHttpHeaders): Pick<Headers, "get"> {
  return { get: (name) => [headers[name.toLowerCase()] ?? []].flat().join(", ") || null };
}

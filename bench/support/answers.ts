/**
 * Reads the answer to one HTTP/1.1 request, chunk by chunk, as far as a benchmark has to: its status, and where it ends.
 * It ends with the length it tells, or with the last of its chunks. Nothing may come after it that answers another request.
 *
 * @returns what takes the next chunk, and gives the status once the answer is whole
 * @throws Error for what isn't an answer whose end can be told
 */
export function answerReader(): (chunk: Buffer) => number | undefined {
  let read = "";
  let ends: ((bytes: number) => boolean) | undefined;
  return (chunk) => {
    read += chunk.toString("latin1");
    ends ??= endOf(read);
    return ends?.(read.length) ? Number(read.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length)) : undefined;
  };

  function endOf(head: string) {
    const body = head.indexOf("\r\n\r\n") + 4;
    if (body < 4) return undefined;
    const [, length] = /^content-length: (\d+)\r$/im.exec(head.slice(0, body)) ?? [];
    if (length !== undefined) return (bytes: number) => bytes >= body + Number(length);
    if (!/^transfer-encoding: chunked\r$/im.test(head.slice(0, body)))
      throw new Error(`What ends this answer?\n${head}`);
    return () => read.endsWith("\r\n0\r\n\r\n");
  }
}

/** A request's bytes; or why there are none, and the status that says so. */
export type Body = { bytes: Uint8Array } | { status: 400 | 413; fault: string };

/**
 * Reads a request's body as it came.
 *
 * @param limit bytes; reading stops beyond them
 */
export async function readBody(request: Request, limit: number): Promise<Body> {
  const tooLarge: Body = { status: 413, fault: `The body is larger than ${limit} bytes.` };
  if (Number(request.headers.get("content-length")) > limit) return tooLarge;
  // Where `for await` is shorter, it takes three times as long.
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      size += read.value.byteLength;
      if (size > limit) {
        await reader?.cancel();
        return tooLarge;
      }
      chunks.push(read.value);
    }
  } catch {
    return { status: 400, fault: "The body broke off." };
  }
  return { bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) };
}

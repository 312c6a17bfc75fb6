/**
 * Cuts what a client sends to PostgreSQL into its messages.
 * https://www.postgresql.org/docs/18/protocol-message-formats.html
 *
 * @param onMessage is told of each message's type: one letter, and nothing for the first, which has none
 * @returns takes the bytes as they come
 */
export function messageReader(onMessage: (type: string) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let header = 0;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= header + 4) {
      const end = header + pending.readInt32BE(header);
      if (pending.length < end) return;
      onMessage(pending.toString("latin1", 0, header));
      pending = pending.subarray(end);
      header = 1;
    }
  };
}

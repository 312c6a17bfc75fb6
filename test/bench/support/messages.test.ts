import { expect, test } from "vitest";
import { messageReader } from "@/bench/support/messages";

function message(type: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + content.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(content)]);
}

test("messages are told apart however they are cut into chunks", () => {
  const bytes = Buffer.concat([
    message("", "startup"),
    message("B", "x".repeat(300)),
    message("E", ""),
    message("S", ""),
  ]);
  for (const size of [1, 3, 7, 1000]) {
    const seen: string[] = [];
    const read = messageReader((type) => seen.push(type));
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    expect(seen).toEqual(["", "B", "E", "S"]);
  }
});

import { expect, test } from "vitest";
import { answerReader } from "@/bench/support/answers";

const answers = {
  "a length": "HTTP/1.1 201 Created\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\nhello",
  "no body": "HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n",
  chunks:
    "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n",
};

test.each(Object.entries(answers))("an answer with %s ends where it ends, however it is cut", (_, text) => {
  for (const size of [1, 3, 7, 1000]) {
    const read = answerReader();
    const said: (number | undefined)[] = [];
    for (let at = 0; at < text.length; at += size) said.push(read(Buffer.from(text.slice(at, at + size))));
    expect(said.pop()).toBe(Number(text.slice(9, 12)));
    expect(said.filter((status) => status !== undefined)).toEqual([]);
  }
});

test("an answer that only ends with its connection is refused", () => {
  expect(() => answerReader()(Buffer.from("HTTP/1.1 200 OK\r\n\r\n"))).toThrow("ends this answer");
});

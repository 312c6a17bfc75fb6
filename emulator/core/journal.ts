import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import type { Change, Store } from "./store";

/** A journal is written anew when it has grown by this much, in bytes, and to four times its size then. */
const COMPACTION_FLOOR = 64 * 1024 * 1024;

/**
 * An account's state on disk: one line of JSON per atomic piece of work, appended before it is answered, so
 * that a killed process has lost nothing it told. A line cut short by a kill was never answered and is dropped.
 */
export class Journal {
  private descriptor: number;
  private bytes = 0;
  private compactedTo: number;
  /** Lines read at the start and written since. */
  lines = 0;

  /** Opens or creates the file and brings the store to the state it holds. */
  constructor(
    private readonly file: string,
    private readonly store: Store,
  ) {
    this.descriptor = openSync(file, "a+", 0o600);
    this.replay();
    this.compactedTo = this.bytes;
  }

  append(changes: readonly Change[]): void {
    const line = Buffer.from(`${JSON.stringify(changes)}\n`);
    try {
      for (let written = 0; written < line.length; ) {
        written += writeSync(this.descriptor, line, written);
      }
    } catch (error) {
      // A full disk may have taken the beginning of it, which would make the next line unreadable.
      ftruncateSync(this.descriptor, this.bytes);
      throw error;
    }
    this.bytes += line.length;
    this.lines += 1;
    if (this.bytes > COMPACTION_FLOOR && this.bytes > 4 * this.compactedTo) this.compact();
  }

  /** Rewrites the file with one line per object that is there now. */
  compact(): void {
    const next = `${this.file}.next`;
    writeFileSync(next, "", { mode: 0o600 });
    const descriptor = openSync(next, "a");
    let bytes = 0;
    for (const change of this.store.everything())
      bytes += writeSync(descriptor, `${JSON.stringify([change])}\n`);
    renameSync(next, this.file);
    closeSync(this.descriptor);
    this.descriptor = descriptor;
    this.bytes = bytes;
    this.compactedTo = bytes;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private replay(): void {
    const text = readFileSync(this.file, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    let objects = 0;
    for (const line of whole.split("\n")) {
      if (line === "") continue;
      const changes: Change[] = JSON.parse(line);
      for (const change of changes) this.store.apply(change);
      objects += changes.length;
      this.lines += 1;
    }
    this.bytes = Buffer.byteLength(whole);
    if (whole.length < text.length) ftruncateSync(this.descriptor, this.bytes);
    if (objects > 1_000 && objects > 2 * this.store.size) this.compact();
  }
}

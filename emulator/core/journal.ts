import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { CannotStart } from "./cannot-start";
import { isKind } from "./shapes";
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

  /**
   * Opens or creates the file and brings the store to the state it holds.
   *
   * @throws CannotStart when a line can't be read that was answered once
   */
  constructor(
    private readonly file: string,
    private readonly store: Store,
  ) {
    this.descriptor = openSync(file, "a+", 0o600);
    this.replay();
    this.compactedTo = this.bytes;
  }

  append(changes: readonly Change[]): void {
    try {
      this.bytes += writeWhole(this.descriptor, changes);
    } catch (error) {
      // A full disk may have taken the beginning of it, which would make the next line unreadable.
      ftruncateSync(this.descriptor, this.bytes);
      throw error;
    }
    this.lines += 1;
    if (this.bytes > COMPACTION_FLOOR && this.bytes > 4 * this.compactedTo) this.tidy();
  }

  /** Rewrites the file with one line per object that is there now. Where that fails the file is as it was. */
  compact(): void {
    const next = `${this.file}.next`;
    writeFileSync(next, "", { mode: 0o600 });
    const descriptor = openSync(next, "a");
    let bytes = 0;
    try {
      for (const change of this.store.everything()) bytes += writeWhole(descriptor, [change]);
      renameSync(next, this.file);
    } catch (error) {
      closeSync(descriptor);
      rmSync(next);
      throw error;
    }
    closeSync(this.descriptor);
    this.descriptor = descriptor;
    this.bytes = bytes;
    this.compactedTo = bytes;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** Compacts, if that can be done: the longer file says the same, and what was just appended to it has happened. */
  private tidy(): void {
    try {
      this.compact();
    } catch (error) {
      this.compactedTo = this.bytes;
      console.error(`${this.file} couldn't be shortened:`, error);
    }
  }

  private replay(): void {
    const text = readFileSync(this.file, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    let objects = 0;
    for (const [index, line] of whole.split("\n").entries()) {
      if (line === "") continue;
      const changes = changesOf(line);
      if (changes === null) {
        this.close();
        throw new CannotStart(unreadable(this.file, index + 1));
      }
      for (const change of changes) this.store.apply(change);
      objects += changes.length;
      this.lines += 1;
    }
    this.bytes = Buffer.byteLength(whole);
    if (whole.length < text.length) ftruncateSync(this.descriptor, this.bytes);
    if (objects > 1_000 && objects > 2 * this.store.size) this.tidy();
  }
}

/** Writes a line, and gives its length in bytes. */
function writeWhole(descriptor: number, changes: readonly Change[]): number {
  const line = Buffer.from(`${JSON.stringify(changes)}\n`);
  for (let written = 0; written < line.length; ) written += writeSync(descriptor, line, written);
  return line.length;
}

/** What a line says; null when it says nothing that could have been written. */
function changesOf(line: string): readonly Change[] | null {
  try {
    const changes: unknown = JSON.parse(line);
    return Array.isArray(changes) && changes.every(isChange) ? changes : null;
  } catch {
    return null;
  }
}

function isChange(value: unknown): value is Change {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [kind, id, object] = value;
  return isKind(kind) && typeof id === "string" && (object === null || object.id === id);
}

function unreadable(file: string, line: number): string {
  return [
    `Line ${line} of ${file} can't be read.`,
    "Everything after it may rest on what it said, so nothing is left out.",
    `Put the line right, or remove the file to forget this account, or start with --reset to forget everything in ${dirname(file)}.`,
  ].join(" ");
}

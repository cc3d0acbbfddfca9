import { canonical, digestOf, type Fields } from './canonical.ts';
import type { Key } from './keys.ts';

export type StreamName = 'catalog' | 'activity';

/** What may be said of an event beside its kind and body. */
export type Saying = {
  /** Milliseconds since 1970 that its clock claims; default: the journal's time. */
  readonly time?: number;
  readonly counter?: number;
  /** Whom it claims to be of; default: the key's own member. */
  readonly member?: string;
  /** Further members of the envelope. */
  readonly more?: Fields;
  /** Changes the finished line, for what is no canonical JSON. */
  readonly line?: (line: string) => string;
};

/** A clock's reading as events carry it: 12 hexadecimal digits of milliseconds, 4 of a counter. */
export function reading(time: number, counter = 0): string {
  return `${time.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}

/** One stream of a device, written by hand: every line follows the one before, whatever it says. */
export class HandMadeJournal {
  readonly lines: string[] = [];
  readonly #key: Key;
  readonly #stream: StreamName;

  constructor(key: Key, stream: StreamName) {
    this.#key = key;
    this.#stream = stream;
  }

  get seq(): number {
    return this.lines.length;
  }

  /** The chain's digest at an event; before the first one, what ties the chain to its place. */
  digestAt(seq: number): string {
    const line = this.lines[seq - 1];
    return digestOf(line ?? `kitbag journal 1\n${this.#key.device}\n${this.#stream}`);
  }

  /** Writes an event that follows the last one; answers its stamp. */
  write(kind: string, body: Fields, saying: Saying & { readonly time: number }): string {
    const hlc = reading(saying.time, saying.counter ?? this.seq % 0xffff);
    const event = {
      v: 1,
      device: this.#key.device,
      seq: this.seq + 1,
      prev: this.digestAt(this.seq),
      hlc,
      member: saying.member ?? this.#key.member,
      kind,
      body,
      ...saying.more,
    };
    const line = canonical(event);
    this.lines.push(saying.line?.(line) ?? line);
    return `${hlc}|${this.#key.device}`;
  }

  /** Forgets what comes after an event, to write another history. */
  backTo(seq: number): void {
    this.lines.length = seq;
  }

  /** A segment's first line. */
  seal(to: number = this.seq): Fields {
    return this.#key.signed('seal', {
      v: 1,
      device: this.#key.device,
      stream: this.#stream,
      seq: to,
      digest: this.digestAt(to),
    });
  }

  /** The journal as one segment: its key and its bytes; absent while it is empty. `sealLine` replaces the seal's text. */
  segment(
    sealLine = JSON.stringify(this.seal()),
  ): { readonly key: string; readonly bytes: Buffer } | undefined {
    if (this.seq === 0) return undefined;
    const nine = (seq: number) => String(seq).padStart(9, '0');
    const name = `${nine(1)}-${nine(this.seq)}-${this.digestAt(this.seq).slice(0, 32)}.jsonl`;
    const bytes = Buffer.from(`${sealLine}\n${this.lines.join('\n')}\n`);
    return { key: `devices/${this.#key.device}/${this.#stream}/${name}`, bytes };
  }

  /** What a head says of this stream; `size` may be a lie. */
  headPart(size?: number): Fields {
    const segment = this.segment();
    const digest = this.digestAt(this.seq);
    const segments =
      segment === undefined ? [] : [{ from: 1, to: this.seq, digest, size: size ?? segment.bytes.length }];
    return { seq: this.seq, digest, segments };
  }
}

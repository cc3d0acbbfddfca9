import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the attacker can write: a hub's folder, or a simulated store. */
export interface AttackedPlace {
  put(key: string, bytes: Uint8Array): void | Promise<void>;
}

/** A hub's folder in the hands of somebody who may write to it. */
export class AttackedFolder implements AttackedPlace {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  put(key: string, bytes: Uint8Array): void {
    const path = this.#ready(key);
    writeFileSync(path, bytes);
  }

  /** Makes an object as long as one likes, of zeros that take no room on the disk. */
  putSparse(key: string, size: number): void {
    const file = openSync(this.#ready(key), 'w');
    ftruncateSync(file, size);
    closeSync(file);
  }

  get(key: string): Buffer {
    return readFileSync(join(this.folder, key));
  }

  json(key: string): Record<string, unknown> {
    return JSON.parse(this.get(key).toString('utf8')) as Record<string, unknown>;
  }

  /** The devices that lie in the hub. */
  devices(): readonly string[] {
    return readdirSync(join(this.folder, 'devices'));
  }

  /** Keys of a device's segments. */
  segments(device: string, stream: 'catalog' | 'activity'): readonly string[] {
    const under = `devices/${device}/${stream}`;
    return readdirSync(join(this.folder, under)).map((name) => `${under}/${name}`);
  }

  /** The lines of a device's events, without seals, in order. */
  lines(device: string, stream: 'catalog' | 'activity'): readonly string[] {
    const bySeq = new Map<number, string>();
    for (const key of this.segments(device, stream)) {
      for (const line of this.get(key).toString('utf8').split('\n').slice(1)) {
        if (line !== '') bySeq.set((JSON.parse(line) as { seq: number }).seq, line);
      }
    }
    return [...bySeq].sort(([a], [b]) => a - b).map(([, line]) => line);
  }

  size(key: string): number {
    return statSync(join(this.folder, key)).size;
  }

  #ready(key: string): string {
    const path = join(this.folder, key);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }
}

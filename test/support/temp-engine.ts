import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { RowChange } from '../../src/contract/publish-rows.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { EnginePorts } from '../../src/engine/engine-ports.ts';
import { inviteCodes } from '../../src/platform/keys/invite-code.ts';
import { noKeyring } from '../../src/platform/keys/no-keyring.ts';
import { nodeCrypto } from '../../src/platform/keys/node-crypto.ts';
import { hubPlaces } from '../../src/platform/object-store/hub-places.ts';
import { openReplicaFolder } from '../../src/platform/replica-folder.ts';
import { systemRandom } from '../../src/platform/system/system-ports.ts';
import type { KeyVault } from '../../src/shared/ports/key-vault.ts';
import type { Logger } from '../../src/shared/ports/logger.ts';
import type { Replica } from '../../src/sync/journal/replica.ts';
import { textExtractor } from './text-extractor.ts';
import { openTitleSearch } from './title-search.ts';

/** A log that remembers what was warned of. */
export function rememberingLogger(): Logger & { readonly warnings: string[] } {
  const warnings: string[] = [];
  const remember = (event: string): void => void warnings.push(event);
  return { warnings, debug: () => undefined, info: () => undefined, warn: remember, error: remember };
}

/** What tests may set. */
export type TempEngineOptions = {
  readonly role?: 'rep' | 'marketer' | 'lead';
  /** Do not finish the first start. */
  readonly fresh?: boolean;
  readonly ports?: Partial<EnginePorts>;
  /** The system's keyring; otherwise there is none. */
  readonly vault?: KeyVault;
  /** What the process that opens it would find in its environment. */
  readonly env?: Readonly<Record<string, string>>;
};

type Client = ReturnType<typeof createRouterClient<Engine['router'], Record<never, never>>>;

/** An engine over a real folder that is thrown away, with a clock that tests set and a reader of text files. */
export class TempEngine {
  readonly folder: string;
  readonly logger = rememberingLogger();
  readonly extractor = textExtractor();
  /** Milliseconds since 1970. */
  time = Date.parse('2026-11-18T10:00:00Z');
  readonly #ports: Partial<EnginePorts>;
  readonly #vault: KeyVault;
  readonly #env: Readonly<Record<string, string>>;
  #engine: Engine | undefined;
  #client: Client | undefined;
  #release: () => void = () => undefined;
  #replica: Replica | undefined;
  /** What was let go of without closing: a killed process takes its files along, this one would leave them to the collector. */
  readonly #abandoned: Replica[] = [];

  private constructor(ports: Partial<EnginePorts>, vault: KeyVault, env: Readonly<Record<string, string>>) {
    this.#env = env;
    this.folder = mkdtempSync(join(tmpdir(), 'kitbag-test-'));
    this.#ports = ports;
    this.#vault = vault;
  }

  /** Opens an engine; as a lead unless said otherwise. */
  static async open(options: TempEngineOptions = {}): Promise<TempEngine> {
    const temp = new TempEngine(options.ports ?? {}, options.vault ?? noKeyring, options.env ?? {});
    await temp.#open();
    if (options.fresh !== true) await temp.start({ role: options.role ?? 'lead' });
    return temp;
  }

  get engine(): Engine {
    if (this.#engine === undefined) throw new Error('The engine is closed.');
    return this.#engine;
  }

  get client(): Client {
    if (this.#client === undefined) throw new Error('The engine is closed.');
    return this.#client;
  }

  /** The replica's own folder. */
  get data(): string {
    return join(this.folder, 'data');
  }

  /** Finishes the first start. */
  async start(person: {
    role?: 'rep' | 'marketer' | 'lead';
    name?: string;
    sample?: boolean;
  }): Promise<void> {
    const steps = await this.client.session.start({
      name: person.name ?? 'Ana',
      role: person.role ?? 'lead',
      sample: person.sample ?? false,
    });
    for await (const _ of steps);
  }

  /** The id of the person at this device. */
  async self(): Promise<string> {
    const session = await this.client.session.get();
    if (session.state !== 'ready') throw new Error(`The session is ${session.state}.`);
    return session.member.id;
  }

  /** Writes a file outside the replica; answers its path. */
  file(name: string, text: string | Uint8Array): string {
    const path = join(this.folder, 'files', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    // As new as the clock that tests set: a document's own date counts.
    utimesSync(path, this.time / 1000, this.time / 1000);
    return path;
  }

  /** Imports files as published assets; answers their ids in the order of the files, whichever was read first. */
  async publish(...paths: string[]): Promise<string[]> {
    const options = { stages: ['decision'], personas: ['cfo'], types: [], tags: [], draft: false };
    const lines: { readonly place: number; readonly id: string }[] = [];
    for await (const file of this.engine.importFiles(paths, options)) {
      if (file.status === 'failed') throw new Error(`${file.file}: ${file.reason}`);
      lines.push({ place: paths.indexOf(file.file), id: file.assetId });
    }
    return lines.sort((a, b) => a.place - b.place).map(({ id }) => id);
  }

  /** Stages files as a window does. */
  async stage(...paths: string[]): Promise<void> {
    const { grant } = this.engine.grantPaths(paths);
    await this.client.publish.stage({ grant });
    await this.staged();
  }

  /** Says the same of rows of the publish table. */
  async setRows(rows: readonly string[], set: RowChange['set']): Promise<void> {
    await this.client.publish.setEach({ changes: rows.map((row) => ({ row, set })) });
  }

  /** Waits until everything on the publish table was read. */
  async staged(): Promise<void> {
    const controller = new AbortController();
    const states = await this.client.publish.watch(undefined, { signal: controller.signal });
    for await (const state of states) if (state.progress === null) break;
    controller.abort();
  }

  /** Closes and opens again. */
  async reopen(between: () => void | Promise<void> = () => undefined): Promise<void> {
    await this.close();
    await between();
    await this.#open();
  }

  /** Closes the engine; the folder stays. */
  async close(): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    this.#client = undefined;
    await engine?.close();
    this.#release();
    this.#release = () => undefined;
  }

  /** Lets go of the folder without closing, as a killed process does. */
  async abandon(): Promise<void> {
    this.#engine = undefined;
    if (this.#replica !== undefined) this.#abandoned.push(this.#replica);
    this.#release();
    await this.#open();
  }

  /** Closes and throws the folder away. */
  async remove(): Promise<void> {
    await this.close();
    for (const replica of this.#abandoned.splice(0)) await replica.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #open(): Promise<void> {
    const clock = { now: () => this.time };
    const { logger, extractor } = this;
    const opened = await openReplicaFolder(this.data, {
      what: 'a test',
      clock,
      logger,
      create: true,
      vault: this.#vault,
    });
    if (!opened.ok) throw new Error(`The folder can't be opened: ${opened.error.code}`);
    const home = opened.value;
    const openIt = home.open.bind(home);
    home.open = async () => {
      this.#replica = await openIt();
      return this.#replica;
    };
    this.#release = () => home.release();
    this.#engine = await createEngine({
      home: opened.value,
      extractor,
      places: hubPlaces(this.data, logger, {
        secrets: opened.value.secrets,
        env: this.#env,
        fetch: (url, request) => fetch(url, request),
        // A store looks at the time of a request.
        clock: { now: () => Date.now() },
        random: Math.random,
        tuning: { sleep: async () => undefined, tries: 2 },
      }),
      openSearch: openTitleSearch,
      clock,
      random: systemRandom,
      logger,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      crypto: nodeCrypto,
      inviteCodes: inviteCodes(systemRandom),
      timeZone: 'UTC',
      readTextFile: (path) => readFile(path, 'utf8'),
      appVersion: '0.0.0',
      deviceName: 'Test computer',
      suggestedName: 'Ana',
      ...this.#ports,
    });
    this.#client = createRouterClient(this.#engine.router);
  }
}

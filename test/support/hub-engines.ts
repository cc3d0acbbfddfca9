import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EnginePorts } from '../../src/engine/engine-ports.ts';
import { TempEngine, type TempEngineOptions } from './temp-engine.ts';

/** Engines that meet in one hub folder, thrown away together. */
export class HubEngines {
  readonly folder = mkdtempSync(join(tmpdir(), 'kitbag-hub-'));
  readonly place = join(this.folder, 'hub');
  readonly #engines: TempEngine[] = [];

  /** A lead who has shared the hub in a place of the team’s own: whoever joins is in at once. */
  static async shared(
    options: TempEngineOptions & { readonly admission?: 'open' | 'ask' } = {},
  ): Promise<{ hub: HubEngines; lead: TempEngine }> {
    const hub = new HubEngines();
    const lead = await TempEngine.open(options);
    hub.#engines.push(lead);
    await lead.engine.shareHub(hub.place, 'Acme', false, options.admission ?? 'open');
    return { hub, lead };
  }

  /** Somebody who has joined. */
  async join(name: string): Promise<TempEngine> {
    const engine = await this.fresh();
    for await (const _ of engine.engine.joinHub(this.place, { name }));
    return engine;
  }

  /** A further device of somebody, who shows a code and has Kitbag open. */
  async joinAs(person: TempEngine): Promise<TempEngine> {
    const { code } = await person.client.people.inviteDevice();
    await person.engine.exchange();
    const engine = await this.fresh();
    for await (const { held } of engine.engine.joinHub(this.place, { name: 'Again', code }))
      if (held !== undefined) await person.engine.exchange();
    return engine;
  }

  /** Somebody who has not begun yet. */
  async fresh(ports: Partial<EnginePorts> = {}): Promise<TempEngine> {
    const engine = await TempEngine.open({ fresh: true, ports });
    this.#engines.push(engine);
    return engine;
  }

  /** Exchanges everybody's until all have everything. */
  async settle(...engines: TempEngine[]): Promise<void> {
    for (let round = 0; round < 3; round += 1) for (const { engine } of engines) await engine.exchange();
  }

  /** Takes the hub's folder away, as a drive that is unplugged; the result brings it back. */
  unplug(): () => void {
    const away = `${this.place}-away`;
    renameSync(this.place, away);
    return () => {
      if (existsSync(this.place)) rmSync(this.place, { recursive: true });
      renameSync(away, this.place);
    };
  }

  async remove(): Promise<void> {
    for (const engine of this.#engines) await engine.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Copies a replica's folder as a backup would. The result puts the copy back. */
export function backup(engine: TempEngine): () => void {
  const copy = join(engine.folder, 'backup');
  cpSync(engine.data, copy, { recursive: true });
  return () => {
    rmSync(engine.data, { recursive: true });
    cpSync(copy, engine.data, { recursive: true });
  };
}

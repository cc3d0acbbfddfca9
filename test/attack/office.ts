import { say } from '../../src/words/say.ts';
import { Attacker } from '../support/attacker/attacker.ts';
import { Key } from '../support/attacker/keys.ts';
import { AttackedFolder } from '../support/attacker/places.ts';
import { HubEngines } from '../support/hub-engines.ts';
import type { TempEngine } from '../support/temp-engine.ts';

type Role = 'rep' | 'marketer' | 'lead';

/** A hub in a folder with a lead and a colleague, real engines both, and somebody who can write to the folder. */
export class Office {
  readonly hub: HubEngines;
  readonly lead: TempEngine;
  /** The hub's folder in the attacker's hands. */
  readonly place: AttackedFolder;

  private constructor(hub: HubEngines, lead: TempEngine, folder: string) {
    this.hub = hub;
    this.lead = lead;
    this.place = new AttackedFolder(folder);
  }

  /** Around a hub that somebody has shared. */
  static of(hub: HubEngines, lead: TempEngine, folder = hub.place): Office {
    return new Office(hub, lead, folder);
  }

  /** A hub that anybody who has the folder may come into as a rep. */
  static async open(): Promise<Office> {
    const { hub, lead } = await HubEngines.shared();
    await lead.client.people.setPolicies({ admission: 'open' });
    await lead.engine.exchange();
    return Office.of(hub, lead);
  }

  /** Somebody who joins with a real engine, as a rep or with a role that the lead gives. */
  async colleague(name: string, role: Role = 'rep'): Promise<TempEngine> {
    const engine = await this.hub.join(name);
    await this.settle(engine);
    if (role !== 'rep') await this.promote(await engine.self(), role);
    await this.settle(engine);
    return engine;
  }

  /** A device made by hand that has not written anything. Its clock is a minute ahead, so that what it does honestly comes after what it has seen. */
  attacker(name = 'Mallory'): Attacker {
    return new Attacker({ key: Key.named(name), name, time: this.lead.time + 60_000 });
  }

  /** The same after it has joined as everybody may, and was given a role. */
  async insider(role: Role = 'rep', name = 'Mallory', joined?: number): Promise<Attacker> {
    const attacker = this.attacker(name);
    attacker.joins(name, { time: joined ?? attacker.time });
    await attacker.push(this.place);
    await this.lead.engine.exchange();
    if (role !== 'rep') await this.promote(attacker.member, role);
    attacker.time += 60_000;
    return attacker;
  }

  /** The lead gives a role and tells the hub. */
  async promote(member: string, role: Role): Promise<void> {
    await this.lead.client.people.grant({ member: member as never, role });
    await this.lead.engine.exchange();
  }

  /** Lets time pass for everybody. */
  pass(milliseconds: number, ...engines: TempEngine[]): void {
    for (const engine of [this.lead, ...engines]) engine.time += milliseconds;
  }

  async remove(member: string): Promise<void> {
    await this.lead.client.people.remove({ member: member as never });
    await this.lead.engine.exchange();
  }

  /** Exchanges the lead's and others' until all have everything. */
  async settle(...engines: TempEngine[]): Promise<void> {
    await this.hub.settle(this.lead, ...engines);
  }

  close(): Promise<void> {
    return this.hub.remove();
  }
}

/** Titles of everything that somebody sees. */
export function titlesIn({ engine }: TempEngine): readonly string[] {
  return [...engine.summaries().values()].map(({ title }) => title).sort();
}

/** How many different catalogs there are: 1 where everybody agrees. */
export async function catalogsOf(...engines: TempEngine[]): Promise<number> {
  const all = await Promise.all(engines.map(({ client }) => client.maintenance.stateHash()));
  return new Set(all.map(({ hash }) => hash)).size;
}

/** Why entries of a device change nothing, as the lead reads it. */
export async function refusalsOf(engine: TempEngine, device: string): Promise<readonly string[]> {
  const { entries } = await engine.client.people.refused({ device });
  return entries.map(({ what, why }) => `${what} ${why}`);
}

/** What Sync says of a device. */
export async function troubleOf(engine: TempEngine, device: string): Promise<string | undefined> {
  const { devices } = await engine.client.hub.state();
  const says = devices.find(({ id }) => id === device)?.says;
  return says && say(says);
}

/** Lets an exchange go through. Throws where it does not. */
export async function exchanged(engine: TempEngine): Promise<void> {
  const summary = await engine.engine.exchange();
  if (summary === undefined || summary.blocked.length > 0)
    throw new Error(`Nothing was exchanged: ${JSON.stringify(summary?.blocked)}`);
}

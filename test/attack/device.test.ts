import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Attacker, anyId } from '../support/attacker/attacker.ts';
import { MeasuredCli } from '../support/measured-cli.ts';
import { exchanged, Office } from './office.ts';

let office: Office;
let carla: MeasuredCli;
beforeEach(async () => {
  office = await Office.open();
  carla = new MeasuredCli();
});
afterEach(async () => {
  carla.remove();
  await office.close();
});

/** Makes many requests by hand. */
async function asksFor(mallory: Attacker, requests: number): Promise<void> {
  for (let number = 0; number < requests; number += 1) {
    const request = anyId('r', `request ${number}`);
    mallory.says('request-made', { request, title: `Request ${number}`, need: '', at: mallory.time });
  }
  await mallory.push(office.place);
}

describe('this device', () => {
  it('keeps no key in a folder that holds a hub, whatever command is run there', async () => {
    const before = readdirSync(office.place.folder).sort();
    for (const command of [
      ['init', '--name', 'Carla'],
      ['hub', 'join', office.place.folder, '--name', 'Carla'],
      ['requests'],
    ]) {
      const run = await carla.at(office.place.folder, ...command);
      expect([run.code, run.err]).toEqual([3, expect.stringContaining('hub')]);
      expect(readdirSync(office.place.folder).sort()).toEqual(before);
    }
    expect((await carla.at('', 'init', '--name', 'Carla')).code).toBe(2);
  });

  it('keeps everything of a replica for its owner alone', async () => {
    await office.lead.publish(office.lead.file('Proof.txt', 'Payback in seven months.'));
    await exchanged(office.lead);
    await carla.run('hub', 'join', office.hub.place, '--name', 'Carla');
    await carla.run('sync');
    await carla.run('search', 'payback');
    const entries = readdirSync(carla.data, { recursive: true, withFileTypes: true });
    const readable = entries.filter(
      (entry) => entry.isFile() && (statSync(join(entry.parentPath, entry.name)).mode & 0o077) !== 0,
    );
    expect(entries.map(({ name }) => name)).toContain('text.sqlite');
    expect(readable.map(({ name }) => name)).toEqual([]);
  });

  it('lists 40,000 requests in time of their number', async () => {
    await asksFor(office.attacker().joins(), 40_000);
    await carla.run('hub', 'join', office.hub.place, '--name', 'Carla');
    const listed = await carla.run('requests');
    expect([listed.code, listed.out.split('\n').length > 40_000]).toEqual([0, true]);
  });
});

describe('a document', () => {
  const hostile: Readonly<Record<string, string>> = {
    'headings.md': `#${' '.repeat(200_000)}x${'#'.repeat(200_000)}`,
    'underlines.md': `${'a '.repeat(100_000)}\n${'= '.repeat(100_000)}`,
    'links.md': `${'['.repeat(100_000)}${'](x'.repeat(100_000)}`,
    'quotes.md': `${'> '.repeat(50_000)}deep`,
    'stars.md': '*a '.repeat(100_000),
    'tags.html': `${'<b>'.repeat(50_000)}text`,
    'comment.html': `<!--${'-'.repeat(200_000)}`,
    'quotes.csv': `"${'"",'.repeat(100_000)}`,
  };

  it('of long runs of one thing is read in time of its length', async () => {
    await carla.run('init', '--name', 'Carla', '--role', 'lead');
    for (const [name, text] of Object.entries(hostile)) {
      const path = office.lead.file(name, text);
      const read = await carla.run('import', path, '--stage', 'decision', '--persona', 'cfo', '--json');
      expect([name, read.code]).toEqual([name, expect.any(Number)]);
    }
    const proof = office.lead.file('Proof.txt', 'Payback in seven months.');
    expect((await carla.run('import', proof, '--stage', 'decision', '--persona', 'cfo')).code).toBe(0);
  });
});

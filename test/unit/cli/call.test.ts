import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

const ICS = [
  ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Renewal', 'DTSTART:20990603T130000Z'],
  ...['ORGANIZER:mailto:ana@acme.com', 'ATTENDEE;CN=Mira:mailto:mira@harborline.com'],
  ...['END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

describe('kitbag call', () => {
  it('prepares a call from a calendar or from words, lists calls, and proves their packs', async () => {
    const files = join(cli.folder, 'files');
    await mkdir(files, { recursive: true });
    await writeFile(join(files, 'Prices.md'), '# Prices\n\nTen euros.\n');
    await writeFile(join(cli.folder, 'call.ics'), ICS);
    await cli.run('init', '--name', 'Ana');
    await cli.run('import', files, '--stage', 'decision', '--persona', 'cfo', '--type', 'one-pager');
    await cli.run('edit', 'Prices', '--set', 'audience=customer');
    const prepared = await cli.run(
      ...['call', 'prepare', '--ics', join(cli.folder, 'call.ics'), '--stage', 'decision'],
      ...['--persona', 'cfo', '--json'],
    );
    expect([prepared.code, prepared.json[0]]).toMatchObject([
      0,
      {
        call: {
          title: 'Renewal',
          at: Date.parse('2099-06-03T13:00:00Z'),
          account: 'Harborline',
          pack: [{ assetId: expect.any(String), title: 'Prices', why: expect.stringContaining('only one') }],
        },
      },
    ]);
    const typed = await cli.run('call', 'prepare', '--title', 'Demo', '--at', '2099-06-02T09:00', '--json');
    expect(typed.json[0]).toMatchObject({ call: { title: 'Demo', at: expect.any(Number) } });
    const { calls } = (await cli.run('call', 'list', '--json')).json[0] as { calls: { title: string }[] };
    expect(calls.map(({ title }) => title)).toEqual(['Demo', 'Renewal']);
    expect((await cli.run('call', 'list')).out).toContain('Harborline');

    const ready = await cli.run('call', 'check', 'Renewal', '--json');
    expect([ready.code, ready.json[0]]).toMatchObject([
      0,
      { ready: true, items: [{ ok: true, problems: [] }], ms: expect.any(Number) },
    ]);
    await rm(join(cli.data, 'blobs'), { recursive: true });
    const missing = await cli.run('call', 'check', 'Renewal', '--json');
    expect([missing.code, missing.json[0]]).toMatchObject([
      1,
      { ready: false, items: [{ ok: false, problems: [{ code: 'missing', message: expect.any(String) }] }] },
    ]);
    expect((await cli.run('call', 'check', 'Renewal')).out).toContain('isn’t on this device');
  });

  it('says what is wrong before it opens anything', async () => {
    expect((await cli.run('call')).code).toBe(2);
    expect((await cli.run('call', 'prepare', '--title', 'A')).code).toBe(2);
    const wrong = await cli.run('call', 'prepare', '--title', 'A', '--at', 'tomorrow');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('is no time')]);
  });
});

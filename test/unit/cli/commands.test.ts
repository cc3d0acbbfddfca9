import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/contract/insights.ts';
import { TempCli } from '../../support/cli.ts';
import { TempEngine } from '../../support/temp-engine.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

const file = (name: string, text: string): string => {
  const folder = join(cli.folder, 'files');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const battlecard =
  '# Battlecard: Oakbill\n\nOakbill wins on price and loses on rollout. Ask for their rollout plan.\n';

describe('kitbag', () => {
  it('goes the whole way: init, import, search, show, rate, request, report, verify', async () => {
    const made = await cli.run('init', '--name', 'Ana', '--json');
    expect(made.code).toBe(0);
    expect(made.json[0]).toMatchObject({
      replica: cli.data,
      device: expect.any(String),
      member: expect.any(String),
    });

    file('battlecard.md', battlecard);
    file('empty.pdf', '');
    const imported = await cli.run(
      'import',
      join(cli.folder, 'files'),
      '--stage',
      'decision,consideration',
      '--persona',
      'CFO',
      '--tag',
      'oakbill',
      '--json',
    );
    expect(imported.code).toBe(1);
    const lines = imported.json as {
      file?: string;
      status?: string;
      assetId?: string;
      reason?: string;
      summary?: object;
    }[];
    const published = lines.find((line) => line.status === 'published');
    expect(published).toMatchObject({
      file: expect.stringContaining('battlecard.md'),
      pages: 1,
      textChars: expect.any(Number),
      ms: expect.any(Number),
    });
    expect(lines.find((line) => line.status === 'failed')).toMatchObject({ reason: 'empty' });
    expect(lines.at(-1)?.summary).toMatchObject({ files: 2, published: 1, duplicate: 0, failed: 1 });

    const again = await cli.run(
      'import',
      file('copy.md', battlecard),
      '--stage',
      'decision',
      '--persona',
      'cfo',
      '--json',
    );
    expect(again).toMatchObject({
      code: 0,
      json: [{ status: 'duplicate', assetId: published?.assetId }, { summary: { duplicate: 1 } }],
    });

    const found = await cli.run('search', 'rollout', 'plan', '--stage', 'decision', '--json');
    expect(found.json[0]).toMatchObject({
      total: 1,
      took: expect.any(Number),
      hits: [
        {
          assetId: published?.assetId,
          title: 'Battlecard: Oakbill',
          pages: [{ page: 1, snippet: expect.stringContaining('rollout') }],
        },
      ],
    });

    const narrowed = await cli.run('--json', 'search', '--', '-zebra rollout stage:decision type:battle');
    expect(narrowed.json[0]).toMatchObject({
      total: 1,
      understood: ['Stage: Decision', 'Type: Battlecard', 'Without “zebra”'],
    });
    const odd = await cli.run('search', 'rollout stage:decison');
    expect(odd.out).toContain('No stage is called “decison”. Did you mean Decision?');

    const shown = await cli.run('show', 'battlecard: oakbill', '--json');
    expect(shown.json[0]).toMatchObject({
      asset: {
        id: published?.assetId,
        type: 'battlecard',
        tags: ['oakbill'],
        stages: ['decision', 'consideration'],
      },
    });
    const rated = await cli.run(
      'rate',
      published?.assetId?.slice(0, 8) ?? '',
      '5',
      '--comment',
      'Won it',
      '--json',
    );
    expect(rated.json[0]).toMatchObject({ rating: { value: 5, comment: 'Won it' } });

    const asked = await cli.run('request', 'Oakbill pricing', '--by', '2027-01-15', '--json');
    expect(asked.json[0]).toMatchObject({
      request: { title: 'Oakbill pricing', status: 'new', neededBy: '2027-01-15' },
      similar: [{ id: published?.assetId }],
    });
    expect((await cli.run('requests', '--status', 'new', '--json')).json[0]).toMatchObject({
      requests: [{ title: 'Oakbill pricing' }],
    });

    expect((await cli.run('report', 'usefulness', '--json')).json[0]).toMatchObject({
      rows: [{ title: 'Battlecard: Oakbill', ratings: 1 }],
    });
    expect((await cli.run('report', 'usefulness', '--format', 'csv')).out).toContain('assetId,title,type');
    const tabs = await cli.run('report', 'usefulness', '--format', 'csv', '--separator', 'tab');
    const [head = '', row = ''] = tabs.out.split(/\r?\n/u);
    expect(row.split('\t').length, 'a cell a column, also where the last are empty').toBe(
      head.split('\t').length,
    );
    const german = await cli.run('report', 'usefulness', '--format', 'csv', '--separator', ';');
    expect(german.out).toContain('assetId;title;type;typeName');
    expect((await cli.run('index', 'status', '--json')).json[0]).toMatchObject({
      searchable: 1,
      partly: [],
      not: [],
    });
    expect((await cli.run('verify', '--json')).json[0]).toMatchObject({ ok: true, problems: [] });
    const hash = await cli.run('state-hash', '--json');
    expect(hash.json[0]).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      events: expect.any(Number),
    });
  });

  it('says of an asset without text what is the matter, to people and to programs alike', async () => {
    await cli.run('init', '--name', 'Ana');
    const png = createCanvas(9, 9).toBuffer('image/png');
    writeFileSync(file('logo.png', ''), png);
    const files = join(cli.folder, 'files');
    const imported = await cli.run('import', files, '--stage', 'decision', '--persona', 'cfo', '--json');
    const { assetId = '' } = imported.json[0] as { assetId?: string };
    const message =
      'It is a picture. Words on it are found once they are recognized on its publisher’s device; until then, search finds it by title and tags only.';
    const text = { state: 'not', reason: 'picture', message };
    expect((await cli.run('show', assetId, '--json')).json[0]).toMatchObject({
      asset: { version: { text }, versions: [{ text }] },
    });
    expect((await cli.run('show', assetId)).out).toContain(message);
    expect((await cli.run('index', 'status', '--json')).json[0]).toEqual({
      searchable: 0,
      partly: [],
      not: [{ assetId, title: expect.any(String), reason: 'picture', message }],
      pages: expect.any(Number),
      readAgain: { byItself: 0, whenAsked: 0 },
      recognition: {
        documents: 1,
        pages: 1,
        message: 'The text of 1 document (1 page) will be recognized when Kitbag has nothing else to do.',
      },
    });
  });

  it('says with every report what it means and over which days, also without rows', async () => {
    await cli.run('init', '--name', 'Ana', '--role', 'lead');
    const days = ['--from', '2026-09-01', '--to', '2026-09-30'];
    for (const table of TABLES) {
      const run = await cli.run('report', table, ...days, '--json');
      expect(run.json[0], table).toMatchObject({
        rows: expect.any(Array),
        definition: expect.stringMatching(/^[A-Z].+: .+\.$/),
        period: { from: '2026-09-01', to: '2026-09-30', days: 30 },
      });
    }
    const shown = await cli.run('report', 'sla', ...days);
    expect(shown.out).toContain('Nothing to report in this period.');
    expect(shown.out).toContain('Promises kept, of all promises that fell due.');
    expect(shown.out).toContain('2026-09-01 to 2026-09-30.');
    const empty = await cli.run('report', 'sla', ...days, '--format', 'csv', '--separator', ';');
    expect(empty.out).toBe('\ufeffrequestId;title;size;asked;due;promise;status\n');
    expect((await cli.run('report', 'sla', '--from', '2026-09-30', '--to', '2026-09-01')).code).not.toBe(0);
  });

  it('reports usefulness and requests of all time unless days are said, as other programs rely on', async () => {
    await cli.run('init', '--name', 'Ana', '--role', 'lead', '--sample');
    const all = await cli.run('report', 'requests', '--json');
    const listed = await cli.run('requests', '--json');
    const rowsOf = (run: typeof all, key: string) => (run.json[0] as Record<string, unknown[]>)[key]?.length;
    expect(rowsOf(all, 'rows')).toBe(rowsOf(listed, 'requests'));
    expect(rowsOf(all, 'rows')).toBeGreaterThan(0);
    const none = await cli.run('report', 'requests', '--from', '2020-01-01', '--to', '2020-01-31', '--json');
    expect(rowsOf(none, 'rows')).toBe(0);
    expect((await cli.run('report', 'coverage', '--json')).json[0]).toMatchObject({ period: { days: 90 } });
  });

  it('names the taxonomy, and the known terms where one is unknown', async () => {
    await cli.run('init', '--name', 'Ana');
    expect((await cli.run('taxonomy', '--json')).json[0]).toMatchObject({
      stages: expect.arrayContaining([expect.objectContaining({ id: 'decision' })]),
      personas: expect.any(Array),
      types: expect.any(Array),
    });
    const wrong = await cli.run(
      'import',
      file('a.md', 'x'),
      '--stage',
      'nowhere',
      '--persona',
      'cfo',
      '--json',
    );
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('awareness, consideration, decision, retention');
  });

  it('lets no title steer the terminal', async () => {
    await cli.run('init', '--name', 'Ana');
    await cli.run('import', file('a.md', '# A'), '--stage', 'decision', '--persona', 'cfo');
    await cli.run('request', 'Clear \u001b[2J the screen');
    const listed = await cli.run('requests');
    expect(listed.out).toContain('Clear  [2J the screen');
    expect(listed.out).not.toContain('\u001b');
  });

  it('takes several terms after one option, unless a word is a file', async () => {
    await cli.run('init', '--name', 'Ana');
    const imported = await cli.run(
      'import',
      '--stage',
      'decision',
      'retention',
      '--persona',
      'cfo',
      file('a.md', '# A'),
      '--json',
    );
    const [line] = imported.json as { assetId: string }[];
    const shown = await cli.run('show', line?.assetId ?? '', '--json');
    expect(shown.json[0]).toMatchObject({ asset: { stages: ['decision', 'retention'] } });
  });

  it('refuses a rep’s import by the role, in a sentence', async () => {
    await cli.run('init', '--name', 'Robin', '--role', 'rep');
    const refused = await cli.run('import', file('a.md', 'x'), '--stage', 'decision', '--persona', 'cfo');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Only marketers and content leads can publish');
  });

  it.each([
    [[]],
    [['fly']],
    [['init']],
    [['init', '--name', 'A', '--role', 'king']],
    [['import', 'x.pdf']],
    [['rate', 'a_x', '6']],
    [['search', 'x', '--limit', '0']],
    [['search', 'x', '--colour', 'red']],
    [['report', 'weather']],
    [['report', 'coverage', '--from', 'May']],
    [['report', 'coverage', '--separator', '|']],
    [['request', 'T', '--by', '2026-02-30']],
    [['requests', '--status', 'odd']],
    [['index']],
  ])('says how it goes when it is used wrongly: %j', async (argv) => {
    const run = await cli.run(...argv);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err.length).toBeGreaterThan(10);
  });

  it('helps when it is asked', async () => {
    const help = await cli.raw(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('state-hash');
    expect((await cli.raw(['import', '--help'])).out).toContain('import PATH...');
  });

  it('says that there is no replica yet, and who holds one', async () => {
    const missing = await cli.run('taxonomy', '--json');
    expect(missing).toMatchObject({ code: 3, out: '' });
    expect(missing.err).toContain('kitbag init');
    const holder = await TempEngine.open();
    const held = await cli.raw(['--data', holder.data, 'taxonomy']);
    expect(held.code).toBe(3);
    expect(held.err).toContain(`a test, process ${process.pid}, since 2026-11-18T10:00:00.000Z`);
    await holder.remove();
  });

  it('does not make a second replica where there is one', async () => {
    await cli.run('init', '--name', 'Ana');
    const again = await cli.run('init', '--name', 'Eva');
    expect(again.code).toBe(2);
    expect(again.err).toContain('Nothing was changed');
  });

  it('stops between files when it is interrupted, and what is told is safe', async () => {
    await cli.run('init', '--name', 'Ana');
    const paths = ['a', 'b', 'c'].map((name) => file(`${name}.md`, `# ${name}`));
    cli.controller.abort();
    const run = await cli.run('import', ...paths, '--stage', 'decision', '--persona', 'cfo', '--json');
    expect(run.code).toBe(1);
    expect(run.json.at(-1)).toMatchObject({ summary: { published: 0, notRead: 3 } });
  });

  it.each(['"', '*', '(', 'NEAR', '🚀', '-', 'x'.repeat(10_000)])('answers any query: %s', async (query) => {
    await cli.run('init', '--name', 'Ana');
    const run = await cli.run('--json', 'search', '--', query);
    expect(run.code).toBe(0);
    expect(run.json[0]).toMatchObject({ total: 0, hits: [] });
  });
});

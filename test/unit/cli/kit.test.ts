import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(async () => {
  cli = new TempCli();
  const folder = join(cli.folder, 'files');
  mkdirSync(folder, { recursive: true });
  for (const name of ['ROI calculator', 'Security pack', 'Pricing'])
    writeFileSync(join(folder, `${name}.txt`), `What there is to say of ${name}.`);
  await cli.run('init', '--name', 'Ana');
  await cli.run('import', folder, '--stage', 'decision', '--persona', 'cfo');
});
afterEach(() => cli.remove());

const run = async (...args: string[]) => {
  const { code, json, err } = await cli.run('kit', ...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${err}`);
  return json[0];
};

describe('kitbag kit', () => {
  it('makes, lists, shows, changes and puts away a kit', async () => {
    const made = await run(
      ...['create', 'CFO play', '--asset', 'Security pack:1', '--asset', 'ROI calculator'],
      ...['--stage', 'decision', '--persona', 'cfo', '--objective', 'Win the CFO'],
    );
    expect(made).toMatchObject({
      kit: {
        name: 'CFO play',
        status: 'published',
        items: [{ title: 'Security pack', pages: '1' }, { title: 'ROI calculator' }],
      },
    });
    expect(await run('list')).toMatchObject({ kits: [{ name: 'CFO play', items: 2, status: 'published' }] });
    const edit = [
      '--asset',
      'Pricing',
      '--remove',
      'Security pack',
      '--first',
      'ROI calculator',
      '--name',
      'Play',
    ];
    expect(await run('edit', 'CFO play', ...edit)).toMatchObject({
      kit: { name: 'Play', items: [{ title: 'ROI calculator' }, { title: 'Pricing' }] },
    });
    expect((await cli.run('kit', 'show', 'play', '--history')).out).toMatch(/Win the CFO[\s\S]*made it/);
    expect(await run('changes', 'Play', '--since', '2020-01-01')).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ change: 'added', title: 'Pricing' })]),
    });
    expect(await run('rate', 'Play', '4')).toMatchObject({ kit: { mine: { value: 4 } } });
    expect(await run('pin', 'Play')).toMatchObject({ pinned: true, changed: true });
    expect(await run('copy', 'Play', 'Play again')).toMatchObject({
      kit: { items: [{}, {}], status: 'draft' },
    });
    expect(await run('archive', 'Play')).toMatchObject({ changed: [expect.stringMatching(/^k_/)] });
    expect((await cli.run('kit', 'list')).out).toContain('archived');
  });

  it('keeps one for its author, proposes and adopts it', async () => {
    expect(await run('create', 'Mine', '--own', '--asset', 'Pricing')).toMatchObject({ kit: { own: true } });
    const { proposal } = (await run('propose', 'Mine', '--note', 'It works')) as {
      readonly proposal: string;
    };
    expect(await run('proposals', '--open')).toMatchObject({
      proposals: [{ id: proposal, note: 'It works' }],
    });
    expect(await run('adopt', proposal, '--publish')).toMatchObject({
      kit: { status: 'published', contributor: { name: 'Ana' } },
    });
    await run('create', 'Second', '--own', '--asset', 'Pricing');
    await run('propose', 'Second');
    expect(await run('decline', 'Second', '--reason', 'One is enough')).toMatchObject({ answer: 'declined' });
    await run('discard', 'Second');
  });

  it('begins one for a call, and makes one of a query', async () => {
    expect(await run('template', '--stage', 'decision', '--persona', 'cfo')).toMatchObject({
      name: 'Decision × CFO',
    });
    const kept = await run('template', '--stage', 'decision', '--persona', 'cfo', '--keep', 'Start');
    expect(kept).toMatchObject({ kit: { name: 'Start', status: 'draft' } });
    const smart = await run('create', 'Always current', '--query', 'pricing', '--limit', '1');
    expect(smart).toMatchObject({ kit: { smart: true, items: [{ title: 'Pricing' }] } });
  });

  it('says what is wrong with its use', async () => {
    expect((await cli.run('kit')).code).toBe(2);
    expect((await cli.run('kit', 'create', 'Empty')).err).toContain('--asset');
    expect((await cli.run('kit', 'create', 'Play', '--asset', 'Nothing')).code).toBe(2);
    expect((await cli.run('kit', 'show', 'Nothing')).code).toBe(2);
  });
});

describe('the life of a kit on the command line', () => {
  it('is verified, recalled with what replaces it, and that is taken back', async () => {
    await run('create', 'CFO play', '--asset', 'Security pack');
    await run('create', 'Better play', '--asset', 'Pricing');
    expect(await run('verify', 'CFO play')).toMatchObject({ changed: [expect.stringMatching(/^k_/)] });
    expect(await run('show', 'CFO play')).toMatchObject({ kit: { state: 'verified' } });
    await run('recall', 'CFO play', '--reason', 'Old prices', '--replacement', 'Better play');
    expect(await run('show', 'CFO play')).toMatchObject({
      kit: { state: 'recalled', recall: { reason: 'Old prices' }, instead: { name: 'Better play' } },
    });
    expect((await cli.run('kit', 'recall', 'CFO play')).code).toBe(2);
    await run('recall', 'CFO play', '--undo');
    expect(await run('show', 'CFO play')).toMatchObject({ kit: { state: 'verified' } });
    expect((await cli.run('kit', 'recall', 'CFO play', '--undo', '--json')).json[0]).toMatchObject({
      refused: [{ code: 'not-recalled' }],
    });
    expect((await cli.run('kit', 'submit', 'CFO play')).code).toBe(2);
  });

  it('is told by dimensions', async () => {
    await cli.run('dimension', 'define', 'Industry', '--term', 'Healthcare', '--term', 'Retail');
    expect(
      await run('create', 'CFO play', '--asset', 'Security pack', '--set', 'Industry=Healthcare'),
    ).toMatchObject({ kit: { 'dimension:industry': ['healthcare'] } });
    expect((await cli.run('kit', 'edit', 'CFO play', '--set', 'Colour=Red')).code).toBe(2);
  });
});

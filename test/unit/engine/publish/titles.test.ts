import { afterEach, describe, expect, it } from 'vitest';
import { proposedTitle } from '../../../../src/engine/publish/file-names.ts';
import { splitVersion } from '../../../../src/engine/publish/version-marks.ts';
import { isJunkTitle, isTemplateName } from '../../../../src/shared/junk-title.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async () => {
  temp = await TempEngine.open({ role: 'marketer' });
  return temp;
};
const rowsOf = async (engine: TempEngine) => (await engine.client.publish.state()).rows;
const titlesOf = async (engine: TempEngine) =>
  Object.fromEntries((await rowsOf(engine)).map((row) => [row.fileName, row.fields.title]));

describe('a title', () => {
  it.each([
    'PptxGenJS Presentation',
    'Microsoft Word - offer',
    'Microsoft PowerPoint - Kundenpräsentation.pptx',
    'Untitled',
    'Untitled design',
    'Presentation1',
    'Präsentation1',
    'Présentation PowerPoint',
    'Presentación1',
    'PowerPoint-Präsentation',
    'Slide 1',
    'Folie 1',
    'Diapositive 1',
    'Document1',
    'Neues Microsoft Word-Dokument',
    'Sin título',
    'Sans titre',
    'Mappe1',
    'Office Theme',
    'Titelmasterformat durch Klicken bearbeiten',
    'Click to edit Master title style',
    'brochure_2.indd',
    'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    '2022',
  ])('is not %j, which a program wrote', (title) => expect(isJunkTitle(title)).toBe(true));

  it.each([
    'Pitch deck',
    'Presentation skills for CFOs',
    'Why they buy',
    'Cover letter',
    'FAQ',
    'Google Cloud savings',
    '価格表',
  ])('is %j', (title) => expect(isJunkTitle(title)).toBe(false));

  it('is not the name of the template, unless the file is one', () => {
    expect(isTemplateName('Corporate template 16x9', 'halden_roi.pptx')).toBe(true);
    expect(isTemplateName('Firmenvorlage 2021', 'halden_roi.pptx')).toBe(true);
    expect(isTemplateName('Proposal template', 'proposal-template_EMEA.docx')).toBe(false);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Pricing Sheet v3 FINAL(2) 2022.pptx', 'Pricing Sheet', 'v3, FINAL(2), 2022'],
    ['2022-11-03_pitch-deck_v2.pptx', 'Pitch deck', '2022-11-03, v2'],
    ['Kopie von Angebot (2).docx', 'Angebot', 'Kopie, (2)'],
    ['Halden - Kopie.pdf', 'Halden', 'Kopie'],
    ['Pitch_v3_EN.pptx', 'Pitch EN', 'v3'],
    ['Preisliste Stand 2022-11.xlsx', 'Preisliste', 'Stand 2022-11'],
    ['price list v1.2_draft.pdf', 'Price list', 'v1.2, draft'],
    ['Security pack [v2].zip', 'Security pack', 'v2'],
    ['Case study May 2022.pdf', 'Case study', 'May 2022'],
  ])('%s gives the title %j and the note %j', (fileName, title, note) => {
    expect(proposedTitle({ fileName }, false)).toEqual({ title, note });
  });

  it.each([
    "What's new",
    'whats_new',
    'Trends for 2023',
    'Migrating to v3',
    'Vision 2030',
    'v3',
    'FINAL',
    '2022',
    'Flow, Inc.',
  ])('keeps all of %j, which is what it is about', (name) =>
    expect(splitVersion(name, { of: 'file' })).toEqual({ title: name, marks: [] }),
  );
});

describe('the publish table', () => {
  it('calls a file by its name where a program wrote its title, and puts the version into the note', async () => {
    const engine = await open();
    await engine.stage(engine.file('halden_roi_v3 FINAL(2).txt', '# PptxGenJS Presentation\nText'));
    const [row] = await rowsOf(engine);
    expect(row?.fields).toMatchObject({ title: 'Halden roi', note: 'v3, FINAL(2)' });
    expect(row?.guessed).toEqual(expect.arrayContaining(['title', 'note']));
    await engine.setRows([row?.id ?? ''], { type: 'case-study', stages: ['decision'], personas: ['cfo'] });
    const { published } = await engine.client.publish.publish({ rows: [row?.id ?? ''] });
    const { version } = await engine.client.assets.get({ asset: published[0]?.asset ?? '' });
    expect(version.note).toBe('v3, FINAL(2)');
  });

  it('proposes no parent by a title that a program wrote, not even where an asset has it', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('one.txt', 'first'));
    await engine.client.assets.edit({ asset, set: { title: 'PptxGenJS Presentation' } });
    await engine.stage(
      engine.file('halden.txt', '# PptxGenJS Presentation\nA'),
      engine.file('Presentation1.txt', '# PptxGenJS Presentation\nB'),
    );
    expect((await rowsOf(engine)).map((row) => row.looksLike)).toEqual([undefined, undefined]);
  });

  it('believes no title that many files of a drop share, also not of those that were read before', async () => {
    const engine = await open();
    const [older = ''] = await engine.publish(engine.file('bank.txt', '# Acme at a glance\nOld'));
    const drop = ['halden', 'harbor', 'nexo'].map((name) =>
      engine.file(`${name}.txt`, `# Acme at a glance\n${name}`),
    );
    for (const file of drop) await engine.stage(file);
    expect(await titlesOf(engine)).toEqual({
      'halden.txt': 'Halden',
      'harbor.txt': 'Harbor',
      'nexo.txt': 'Nexo',
    });
    expect((await rowsOf(engine)).map((row) => row.looksLike)).toEqual([undefined, undefined, undefined]);
    expect(engine.engine.summaries().get(older as never)?.title).toBe('Acme at a glance');
  });

  it('believes a title that versions of one file share, and what somebody typed', async () => {
    const engine = await open();
    await engine.stage(
      ...[1, 2, 3, 4].map((version) =>
        engine.file(`pitch_v${version}.txt`, `# Winning with Flow\n${version}`),
      ),
    );
    expect(new Set(Object.values(await titlesOf(engine)))).toEqual(new Set(['Winning with Flow']));
    const [row] = await rowsOf(engine);
    await engine.setRows([row?.id ?? ''], { title: 'Typed' });
    await engine.stage(
      engine.file('a.txt', '# Winning with Flow\na'),
      engine.file('b.txt', '# Winning with Flow\nb'),
    );
    expect(await titlesOf(engine)).toMatchObject({
      'pitch_v1.txt': 'Typed',
      'pitch_v2.txt': 'Pitch',
      'a.txt': 'A',
    });
  });
});

describe('import in one go', () => {
  it('calls files by their names where many share a title, whichever came first', async () => {
    const engine = await open();
    const files = ['halden', 'harbor', 'nexo', 'orion'].map((name) =>
      engine.file(`${name}_v2.txt`, `# Acme at a glance\n${name}`),
    );
    await engine.publish(...files);
    const titles = [...engine.engine.summaries().values()].map((asset) => asset.title);
    expect(titles.toSorted()).toEqual(['Halden', 'Harbor', 'Nexo', 'Orion']);
  });

  it('puts the version of a file’s name into the version’s note', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('Pricing v3 FINAL(2) 2022.txt', 'x'));
    const { title, version } = await engine.client.assets.get({ asset });
    expect([title, version.note]).toEqual(['Pricing', 'v3, FINAL(2), 2022']);
  });
});

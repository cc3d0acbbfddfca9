import { describe, expect, it } from 'vitest';
import { makePptx, xml } from '../../../fixtures/documents/make-package.ts';
import { frame, SIZE } from './slides.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

type Under = Readonly<Record<string, readonly string[]>>;

/** A diagram of which no program has kept a drawing: what hangs under what, by names; `doc` is the diagram. */
function dataOf(layout: string, under: Under): string {
  const names = [...new Set(Object.values(under).flat())];
  const points = names.map(
    (name) =>
      `<dgm:pt modelId="${xml(name)}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>${xml(name)}</a:t></a:r></a:p></dgm:t></dgm:pt>`,
  );
  const links = Object.entries(under).flatMap(([from, all]) =>
    // Written from behind: their order is what they say.
    all.map((to, at) => `<dgm:cxn srcId="${xml(from)}" destId="${xml(to)}" srcOrd="${at}"/>`).toReversed(),
  );
  return `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt modelId="doc" type="doc"><dgm:prSet loTypeId="urn:layout/${layout}"/></dgm:pt>${points.join('')}</dgm:ptLst><dgm:cxnLst>${links.join('')}</dgm:cxnLst></dgm:dataModel>`;
}

/** Where the middle of each text is on the slide, in shares of it. */
async function placesOf(
  layout: string,
  under: Under,
): Promise<Map<string, { x: number; y: number; size: number }>> {
  const shapes = `<p:graphicFrame>${frame([60, 40, 600, 325], 'p')}<a:graphic><a:graphicData><dgm:relIds xmlns:dgm="d" r:dm="d1"/></a:graphicData></a:graphic></p:graphicFrame>`;
  const related = { d1: ['diagramData', '../diagrams/data1.xml'] } as const;
  const parts = { 'ppt/diagrams/data1.xml': dataOf(layout, under) };
  const preview = await docs.preview(
    'a.pptx',
    makePptx([{ shapes, related }], { size: SIZE, parts }),
    'pptx',
  );
  if (preview.preview !== 'slides') expect.fail('no slides');
  const lines = preview.slides.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.block === 'text' ? one.paragraphs.flat() : [])),
  );
  return new Map(
    lines.map(({ x, y, w, size, parts: [part] }) => [part?.text ?? '', { x: x + w / 2, y, size }]),
  );
}

describe('a diagram that no program has drawn', () => {
  const three = { doc: ['Plan', 'Build', 'Run'] };

  it('stands below one another as a list, what is said of each beside it', async () => {
    const places = await placesOf('vList5', { ...three, Plan: ['Costs'], Run: ['Support'] });
    const at = (name: string) => places.get(name) ?? expect.fail(`no ${name}`);
    expect(at('Plan').y).toBeLessThan(at('Build').y);
    expect(at('Build').y).toBeLessThan(at('Run').y);
    expect(at('Plan').x).toBeCloseTo(at('Run').x, 1);
    expect(at('Costs').x).toBeGreaterThan(at('Plan').x);
    expect(at('Costs').y).toBeCloseTo(at('Plan').y, 1);
  });

  it('goes from left to right as a process', async () => {
    const places = await placesOf('process1', three);
    const xs = three.doc.map((name) => places.get(name)?.x ?? 0);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(places.get('Plan')?.y).toBeCloseTo(places.get('Run')?.y ?? 0, 2);
  });

  it('goes round as a cycle, from the top', async () => {
    const places = await placesOf('cycle2', { doc: ['North', 'East', 'South', 'West'] });
    const at = (name: string) => places.get(name) ?? expect.fail(`no ${name}`);
    expect(at('North').y).toBeLessThan(at('East').y);
    expect(at('South').y).toBeGreaterThan(at('East').y);
    expect(at('West').x).toBeLessThan(at('North').x);
    expect(at('East').x).toBeGreaterThan(at('North').x);
  });

  it('has those who report to one another below them as a hierarchy, under the one that they report to', async () => {
    const places = await placesOf('hierarchy1', { doc: ['Boss'], Boss: ['Left', 'Right'], Right: ['Last'] });
    const at = (name: string) => places.get(name) ?? expect.fail(`no ${name}`);
    expect(at('Boss').y).toBeLessThan(at('Left').y);
    expect(at('Left').y).toBeCloseTo(at('Right').y, 2);
    expect(at('Last').y).toBeGreaterThan(at('Right').y);
    expect(at('Last').x).toBeCloseTo(at('Right').x, 1);
    expect(at('Left').x).toBeLessThan(at('Boss').x);
  });

  it('ends where what hangs under what goes in circles, or is too much', async () => {
    const circle = await placesOf('hierarchy1', { doc: ['One'], One: ['Two'], Two: ['One'] });
    expect([...circle.keys()]).toEqual(expect.arrayContaining(['One', 'Two']));
    const many = Array.from({ length: 5_000 }, (_, at) => `N${at}`);
    expect((await placesOf('cycle2', { doc: many })).size).toBeLessThan(400);
  });
});

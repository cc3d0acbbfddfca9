import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { isNear, type Place } from './pixels.ts';
import { ALL, BLACK, BLUE, frame, GREEN, PAPER, POINT, RED, shape, solid, withSlides } from './slides.ts';
import { withExtractor } from './support.ts';

const draw = withSlides(withExtractor());

const NAMESPACES = 'xmlns:p="p" xmlns:a="a" xmlns:r="r"';
const scheme = (name: string) => `<a:schemeClr val="${name}"/>`;

/** A master with its theme: red as first accent, black on white. */
function withTheme({ fills = '', grounds = '', layout = '', styles = '' } = {}) {
  const color = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const colors = [color('dk1', '000000'), color('lt1', 'FFFFFF'), color('accent1', 'FF0000')].join('');
  const rels = (id: string, type: string, target: string) =>
    `<Relationships xmlns="r"><Relationship Id="${id}" Type="t/${type}" Target="${target}"/></Relationships>`;
  return {
    'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout ${NAMESPACES}><p:cSld><p:spTree/></p:cSld>${layout}</p:sldLayout>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': rels(
      'm1',
      'slideMaster',
      '../slideMasters/slideMaster1.xml',
    ),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${NAMESPACES}><p:cSld><p:spTree/></p:cSld><p:clrMap bg1="lt1" tx1="dk1" accent1="accent1"/>${styles}</p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': rels('t1', 'theme', '../theme/theme1.xml'),
    'ppt/theme/theme1.xml': `<a:theme ${NAMESPACES}><a:themeElements><a:clrScheme>${colors}</a:clrScheme><a:fmtScheme><a:fillStyleLst>${fills}</a:fillStyleLst><a:bgFillStyleLst>${grounds}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  };
}

describe('the look of a shape', () => {
  const styled = (place: Place, style: string, look = '') =>
    `<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${frame(place)}${look}</p:spPr><p:style>${style}</p:style></p:sp>`;

  it('is what its own style says, before what the master says of its kind', async () => {
    const parts = withTheme({ fills: `<a:solidFill>${scheme('phClr')}</a:solidFill>` });
    const title =
      '<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:noFill/></p:spPr></p:sp>';
    const master = parts['ppt/slideMasters/slideMaster1.xml'].replace(
      '<p:spTree/>',
      `<p:spTree>${title}</p:spTree>`,
    );
    const own = styled([100, 100, 200, 100], `<a:fillRef idx="1">${scheme('accent1')}</a:fillRef>`);
    const picture = await draw([own], { parts: { ...parts, 'ppt/slideMasters/slideMaster1.xml': master } });
    expect(isNear(picture.at(200, 150), RED)).toBe(true);
  });

  it('is the theme’s fill in the colour that it names', async () => {
    const stops = `<a:gs pos="0">${scheme('phClr')}</a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs>`;
    const fills = `<a:solidFill>${scheme('phClr')}</a:solidFill><a:gradFill><a:gsLst>${stops}</a:gsLst><a:lin ang="0"/></a:gradFill>`;
    const own = styled(ALL, `<a:fillRef idx="2">${scheme('accent1')}</a:fillRef>`);
    const picture = await draw([own], { parts: withTheme({ fills }) });
    expect(isNear(picture.at(5, 200), RED)).toBe(true);
    expect(isNear(picture.at(715, 200), BLUE)).toBe(true);
  });

  it('keeps its hue where it is less light: a darker light blue is blue, not grey', async () => {
    const own = shape(
      ALL,
      '<a:solidFill><a:srgbClr val="D6ECFF"><a:lumMod val="75000"/></a:srgbClr></a:solidFill>',
    );
    const picture = await draw([own]);
    expect(isNear(picture.at(360, 200), [0x61, 0xb6, 0xff])).toBe(true);
  });

  it('is seen through the map of colours that its layout has in place of the master’s', async () => {
    const layout = '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" accent1="accent1"/></p:clrMapOvr>';
    const own = shape(ALL, `<a:solidFill>${scheme('bg1')}</a:solidFill>`);
    const picture = await draw([own], { parts: withTheme({ layout }) });
    expect(isNear(picture.at(300, 200), BLACK)).toBe(true);
  });
});

describe('the ground of a slide', () => {
  const slideOn = (reference: string) => ({
    shapes: '',
    ground: `<p:bg><p:bgRef idx="${reference}">${scheme('accent1')}</p:bgRef></p:bg>`,
  });

  it('is the theme’s, in the colour that the reference names', async () => {
    const parts = withTheme({ grounds: `<a:solidFill>${scheme('phClr')}</a:solidFill>` });
    const { ground } = slideOn('1001');
    const master = parts['ppt/slideMasters/slideMaster1.xml'].replace('<p:spTree/>', `${ground}<p:spTree/>`);
    const picture = await draw([''], { parts: { ...parts, 'ppt/slideMasters/slideMaster1.xml': master } });
    expect(isNear(picture.at(300, 200), RED)).toBe(true);
  });

  it('is a picture of the theme in two colours', async () => {
    const canvas = createCanvas(20, 10);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, 20, 10);
    context.fillStyle = '#000000';
    context.fillRect(0, 0, 10, 10);
    const two = `<a:duotone>${scheme('phClr')}<a:srgbClr val="0000FF"/></a:duotone>`;
    const grounds = `<a:blipFill><a:blip r:embed="i1">${two}</a:blip></a:blipFill>`;
    const parts = withTheme({ grounds });
    const { ground } = slideOn('1001');
    const master = parts['ppt/slideMasters/slideMaster1.xml'].replace('<p:spTree/>', `${ground}<p:spTree/>`);
    const picture = await draw([''], {
      parts: {
        ...parts,
        'ppt/slideMasters/slideMaster1.xml': master,
        'ppt/theme/_rels/theme1.xml.rels':
          '<Relationships xmlns="r"><Relationship Id="i1" Type="t/image" Target="../media/g.png"/></Relationships>',
        'ppt/media/g.png': canvas.toBuffer('image/png'),
      },
    });
    expect(isNear(picture.at(100, 200), RED)).toBe(true);
    expect(isNear(picture.at(600, 200), BLUE)).toBe(true);
  });
});

describe('a shape that points at something', () => {
  const pointing = (preset: string, adjust: Readonly<Record<string, number>>) => {
    const guides = Object.entries(adjust).map(
      ([name, value]) => `<a:gd name="${name}" fmla="val ${value}"/>`,
    );
    return `<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame([300, 100, 120, 80])}<a:prstGeom prst="${preset}"><a:avLst>${guides.join('')}</a:avLst></a:prstGeom>${solid('FF0000')}</p:spPr></p:sp>`;
  };

  // The tip is a box’s height below its lower side, in the middle.
  it.each(['wedgeRectCallout', 'wedgeRoundRectCallout', 'wedgeEllipseCallout'])(
    '%s has its tail',
    async (preset) => {
      const picture = await draw([pointing(preset, { adj1: 0, adj2: 150_000 })]);
      expect(isNear(picture.at(360, 140), RED)).toBe(true);
      expect(picture.count([300, 190, 120, 60], RED)).toBeGreaterThan(300);
      expect(picture.count([300, 265, 120, 60], RED)).toBe(0);
    },
  );

  it('to the left has it on the left', async () => {
    const picture = await draw([pointing('wedgeRoundRectCallout', { adj1: -150_000, adj2: 0 })]);
    expect(picture.count([200, 100, 95, 80], RED)).toBeGreaterThan(300);
    expect(picture.count([425, 100, 95, 80], RED)).toBe(0);
  });

  it.each([
    ['downArrowCallout', [300, 160, 10, 15], [355, 165, 10, 12]],
    ['rightArrowCallout', [405, 105, 12, 10], [403, 136, 10, 8]],
  ] as const)('%s is a box with an arrow', async (preset, beside, arrow) => {
    const picture = await draw([pointing(preset, {})]);
    expect(isNear(picture.at(320, 110), RED)).toBe(true);
    expect(picture.count(beside, RED)).toBe(0);
    expect(picture.count(arrow, RED)).toBeGreaterThan(40);
  });
});

describe('a table with a style that the file brings along', () => {
  it('has the style’s fills and lines, each where it belongs', async () => {
    const line = (side: string, color: string) =>
      `<a:${side}><a:ln w="38100">${solid(color)}</a:ln></a:${side}>`;
    const style = `<a:tblStyle styleId="{1}"><a:wholeTbl><a:tcStyle><a:tcBdr>${line('insideH', '00A000')}</a:tcBdr></a:tcStyle></a:wholeTbl><a:firstRow><a:tcStyle><a:fill>${solid('FF0000')}</a:fill></a:tcStyle></a:firstRow><a:firstCol><a:tcStyle><a:fill>${solid('0000FF')}</a:fill></a:tcStyle></a:firstCol></a:tblStyle>`;
    const row = `<a:tr h="${60 * POINT}"><a:tc><a:tcPr/></a:tc><a:tc><a:tcPr/></a:tc></a:tr>`;
    const grid = `<a:tblGrid><a:gridCol w="${100 * POINT}"/><a:gridCol w="${100 * POINT}"/></a:tblGrid>`;
    const table = `<p:graphicFrame>${frame([100, 100, 200, 180], 'p')}<a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{1}</a:tableStyleId></a:tblPr>${grid}${row}${row}${row}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const picture = await draw([table], {
      parts: {
        'ppt/_rels/presentation.xml.rels':
          '<Relationships xmlns="r"><Relationship Id="rId1" Type="t/slide" Target="slides/slide1.xml"/><Relationship Id="s1" Type="t/tableStyles" Target="tableStyles.xml"/></Relationships>',
        'ppt/tableStyles.xml': `<a:tblStyleLst ${NAMESPACES}>${style}</a:tblStyleLst>`,
      },
    });
    expect(isNear(picture.at(250, 130), RED)).toBe(true);
    expect(isNear(picture.at(150, 190), BLUE)).toBe(true);
    expect(isNear(picture.at(250, 190), PAPER)).toBe(true);
    expect(picture.count([210, 215, 80, 10], GREEN)).toBeGreaterThan(100);
    expect(picture.count([210, 275, 80, 10], GREEN)).toBe(0);
  });
});

describe('the words of a slide', () => {
  const words = (text: string, paragraph: string, run = '') =>
    `<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${frame([100, 100, 500, 80])}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr ${paragraph}/><a:r><a:rPr sz="4800" ${run}/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

  it('have their full stops on the left where the paragraph is read from right to left', async () => {
    const usual = await draw([words('MMM......', '')]);
    const turned = await draw([words('MMM......', 'rtl="1"')]);
    const begin: Place = [105, 100, 60, 80];
    expect(usual.count(begin, BLACK)).toBeGreaterThan(turned.count(begin, BLACK) * 2);
  });

  it('are in capitals where they are said to be', async () => {
    const all: Place = [100, 100, 500, 80];
    const capitals = (await draw([words('MMMM', '')])).count(all, BLACK);
    const small = (await draw([words('mmmm', '')])).count(all, BLACK);
    const said = (await draw([words('mmmm', '', 'cap="all"')])).count(all, BLACK);
    expect(said).toBe(capitals);
    expect(said).not.toBe(small);
  });
});

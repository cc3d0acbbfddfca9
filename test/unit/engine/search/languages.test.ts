import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ALL_LANGUAGES, languageOf } from '../../../../src/engine/search/words/languages.ts';
import { type Bench, Catalog, openSearch } from './search-fixture.ts';

/** A document is found in the other forms that the words of its own language have, and by what its long words are made of. */

const opened: Bench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});

async function over(pages: Readonly<Record<string, string>>, language?: string): Promise<Bench> {
  const change = language === undefined ? {} : { language };
  const bench = await openSearch(
    new Catalog(Object.entries(pages).map(([title, page]) => ({ title, pages: [page], change }))),
  );
  opened.push(bench);
  return bench;
}

const titles = async ({ search }: Bench, query: string): Promise<string[]> => {
  const { hits, usedSuggestion } = await search.find({ query: `${query} ` });
  return usedSuggestion ? [] : hits.map(({ asset }) => asset.title);
};

const marks = async ({ search }: Bench, query: string): Promise<string[]> => {
  const [hit] = (await search.find({ query: `${query} ` })).hits;
  return (hit?.pages[0]?.snippet ?? []).filter(({ marked }) => marked).map(({ text }) => text);
};

describe('a word in another form of its language', () => {
  it.each([
    ['de', 'Wir haben alle Verträge und Angebote geprüft', 'Vertrag', 'Verträge'],
    ['de', 'Die Sicherheiten der Häuser', 'Haus', 'Häuser'],
    ['fr', 'Les sociétés sont tenues par la loi', 'société', 'sociétés'],
    ['es', 'Las implementaciones de la nube', 'implementación', 'implementaciones'],
    ['es', 'Las implementaciones de la nube', 'implementacion', 'implementaciones'],
    ['pt', 'As implementações da empresa', 'implementação', 'implementações'],
    ['pt', 'As implementações da empresa', 'implementacao', 'implementações'],
    ['it', 'Le offerte dei nostri fornitori', 'offerta', 'offerte'],
    ['nl', 'De aanbiedingen van het bedrijf', 'aanbieding', 'aanbiedingen'],
    ['sv', 'Priserna och avtalen', 'priser', 'Priserna'],
    ['da', 'Kontrakterne og priserne', 'kontrakt', 'Kontrakterne'],
    ['nb', 'Avtalene og prisene', 'avtale', 'Avtalene'],
    ['fi', 'Tarjouksen hinnat', 'tarjoukset', 'Tarjouksen'],
    ['ru', 'Наши предложения и цены', 'предложение', 'предложения'],
    ['el', 'Οι προσφορές και οι πελάτες', 'προσφορά', 'προσφορές'],
    ['tr', 'Satış teklifi ve fiyatları', 'fiyatlar', 'fiyatları'],
    ['ar', 'أسعار الخدمات', 'خدمة', 'الخدمات'],
  ])('is found and marked in %s: %s by %s', async (language, page, typed, written) => {
    const bench = await over({ wanted: page, other: 'xyz' }, language);
    expect(await titles(bench, typed)).toEqual(['wanted']);
    expect(await marks(bench, typed)).toContain(written);
  });

  it('is found in a document that does not say its language', async () => {
    const bench = await over({
      wanted: 'Die Verträge mit den Kunden sind nicht für alle Länder und werden von der Zentrale geprüft.',
    });
    expect(await titles(bench, 'Vertrag')).toEqual(['wanted']);
  });

  it('does not change what English documents are found by', async () => {
    const bench = await over({
      english: 'The contractors are on the list of the house and this is for that',
    });
    expect(await titles(bench, 'contractor')).toEqual(['english']);
    expect(await titles(bench, 'Haus')).toEqual([]);
  });

  it('is explained as the word itself', async () => {
    const bench = await over({ wanted: 'alle Verträge' }, 'de');
    const [hit] = (await bench.search.find({ query: 'Vertrag ' })).hits;
    expect(hit).toBeDefined();
    if (hit === undefined) return;
    const { words } = await bench.search.why('Vertrag ', hit.asset);
    expect(words[0]?.found.map(({ as, how }) => [as, how])).toEqual([['Vertrag', 'itself']]);
  });
});

describe('a word that is written together', () => {
  const PAGES = {
    together: 'Ein Kostenvergleich und ein Sicherheitskonzept.',
    apart: 'Der Vergleich aller Kosten. Das Konzept zur Sicherheit.',
    cost: 'Nur Kosten.',
    other: 'Der Bestand im Verstand.',
  };

  it('is found by its parts, and they by it', async () => {
    const bench = await over(PAGES, 'de');
    expect((await titles(bench, 'Kosten Vergleich')).slice(0, 2).toSorted()).toEqual(['apart', 'together']);
    expect(await titles(bench, 'Kostenvergleich')).toEqual(['together', 'apart']);
    expect(await titles(bench, 'Vergleich')).toEqual(['apart', 'together']);
    expect((await titles(bench, 'Sicherheitskonzept')).slice(0, 2)).toEqual(['together', 'apart']);
    expect((await titles(bench, 'Konzept Sicherheit')).slice(0, 2).toSorted()).toEqual(['apart', 'together']);
    expect(await marks(bench, 'Vergleich')).toContain('Vergleich');
    expect(await marks(bench, 'Konzept Sicherheit')).not.toHaveLength(0);
  });

  const LAWS = {
    law: 'Die Datenschutzgrundverordnung gilt für alle.',
    ours: 'Unser Datenschutz ist gut und die Ordnung nicht.',
  };

  it.each([
    ['Grundverordnung', LAWS, ['law']],
    ['Grundverordnungen', LAWS, ['law']],
    ['Ordnung', LAWS, ['ours']],
    ['Verordnung', LAWS, []],
    ['Verordnung', { ...LAWS, base: 'Der Grund ist gut' }, ['law']],
    ['Grund', { ...LAWS, rule: 'Die Verordnung ist alt', base: 'Der Grund ist gut' }, ['base', 'law']],
    ['Datenschutz', { ...LAWS, rule: 'Der Grund für die Verordnung ist alt' }, ['ours', 'law']],
    [
      'Auftragsverarbeitung',
      { av: 'Der Auftragsverarbeitungsvertrag', treaty: 'Der Vertrag ist da' },
      ['av'],
    ],
    [
      'Auftragsverarbeitung',
      { apart: 'Auftrag und Verarbeitung mit Vertrag', av: 'Der Auftragsverarbeitungsvertrag ist da' },
      ['av', 'apart'],
    ],
    ['Grundverordnung', { apart: 'Verordnung mit Grund', ...LAWS }, ['law', 'apart']],
    ['Verarbeitung', { av: 'Die Auftragsverarbeitung', order: 'Der Auftrag ist da' }, ['av']],
    ['nehmen', { firm: 'Das Unternehmen ist unter uns' }, []],
  ])('is found by what follows or precedes a word of the library: %s', async (query, pages, found) => {
    expect(await titles(await over(pages, 'de'), query)).toEqual(found);
  });

  it('counts less than the part itself, however often it stands there', async () => {
    const bench = await over(
      { whole: 'Grundverordnung '.repeat(20), part: 'Eine Verordnung.', base: 'Der Grund ist gut.' },
      'de',
    );
    expect(await titles(bench, 'Verordnung')).toEqual(['part', 'whole']);
  });

  it('is found by each end of it that goes on from a word of the library', async () => {
    const part = fc
      .string({ unit: fc.constantFrom(...'bdfglkmpt'), minLength: 3, maxLength: 6 })
      .map((text) => `${text}a`);
    await fc.assert(
      fc.asyncProperty(part, part, part, fc.constantFrom('', 's'), async (first, second, third, link) => {
        fc.pre(new Set([first, second, third]).size === 3);
        const bench = await over(
          { whole: `Die ${first}${link}${second}${third} ist nicht da`, first: `Die ${first} ist nicht da` },
          'de',
        );
        expect(await titles(bench, `${second}${third}`)).toContain('whole');
        expect(await titles(bench, third)).not.toContain('first');
      }),
      { numRuns: 20 },
    );
  });

  it('is not taken apart into what is no word here, nor in a language that writes words apart', async () => {
    expect(await titles(await over(PAGES, 'de'), 'stand')).toEqual([]);
    const english = await over({
      one: 'a relationship is for the best of us',
      two: 'the relation of a ship',
    });
    expect(await titles(english, 'relation')).not.toContain('one');
  });
});

describe('the language of a text', () => {
  it.each([
    ['Die Verträge mit den Kunden sind nicht für alle Länder und werden von der Zentrale geprüft.', 'de'],
    ['Les contrats avec les clients sont dans une base et ne sont pas sur le site du groupe.', 'fr'],
    ['The contracts with the customers are in a list and this is for the team.', undefined],
    ['Preis 12 34 56', undefined],
    ['Прайс-лист 2026', 'ru'],
    ['Цінова пропозиція', undefined],
    ['τιμοκατάλογος', 'el'],
    ['قیمت', undefined],
    ['للعملاء', 'ar'],
    ['', undefined],
  ])('is told by its small words: %s', (text, code) => {
    expect(languageOf(undefined, [text])?.code).toBe(code);
  });

  it('is what the document says, also of a region', () => {
    expect(languageOf('de-AT', ['the of and'])?.code).toBe('de');
    expect(languageOf('en', ['der die das und ist nicht'])).toBeUndefined();
  });

  it('has stems for any word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (word) => {
        for (const language of ALL_LANGUAGES) expect(typeof language.stem(word)).toBe('string');
      }),
    );
  });
});

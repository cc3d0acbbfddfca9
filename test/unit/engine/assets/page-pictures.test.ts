import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

describe('The picture of a page', () => {
  let kitbag: TempEngine;

  beforeEach(async () => {
    kitbag = await TempEngine.open();
  });
  afterEach(() => kitbag.remove());

  const pictureOf = async (name: string, content: string, page: number, words: string[] = []) => {
    const [asset = ''] = await kitbag.publish(kitbag.file(name, content));
    const { version } = await kitbag.client.assets.get({ asset });
    const picture = await kitbag.engine.drawPage({ version: version.id, page, width: 144, words });
    return picture === undefined ? undefined : Buffer.from(picture.bytes).toString('utf8');
  };

  it('of a text is drawn from that very page’s text, with the words to mark', async () => {
    expect(await pictureOf('a.txt', 'The first.\fThe second.', 2, ['second'])).toBe(
      'page of The second., 144 wide, second',
    );
  });

  it('is none of a page that is not there, and of what has no text', async () => {
    expect(await pictureOf('a.txt', 'The first.', 2)).toBeUndefined();
    expect(await pictureOf('b.txt', 'SCANNED', 1)).toBeUndefined();
    const asked = { version: 'v_0000000000000000', page: 1, width: 144, words: [] };
    expect(await kitbag.engine.drawPage(asked)).toBeUndefined();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../support/saying.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const SAID =
  'The clock of this computer says the year 2300. Nothing was changed. Set the clock and try again.';

describe('a computer whose clock says the year 2300', () => {
  it('is told so by whatever would be written, and nothing is', async () => {
    temp = await TempEngine.open();
    const { client } = temp;
    const [asset = ''] = await temp.publish(temp.file('a.txt', 'a'));
    const { id: request } = await client.requests.make({ title: 'A deck', need: '' });
    const path = temp.file('b.txt', 'b');
    const now = temp.time;
    temp.time = Date.UTC(2300, 5, 1);
    const asked = await refusalOf(client.requests.make({ title: 'Another', need: '' }));
    expect(asked).toMatchObject({ code: 'INVALID', message: SAID });
    expect((await refusalOf(client.requests.vote({ request }))).message).toBe(SAID);
    expect((await refusalOf(client.assets.verify({ asset }))).message).toBe(SAID);
    expect((await refusalOf(client.session.rename({ name: 'Later' }))).message).toBe(SAID);
    const options = { stages: ['decision'], personas: ['cfo'], types: [], tags: [], draft: false };
    for await (const line of temp.engine.importFiles([path], options))
      expect(line.status === 'failed' && sentenceOf(line.says)).toBe(SAID);
    temp.time = now;
    expect(await client.requests.list({})).toHaveLength(1);
    expect((await client.people.refused({})).total).toBe(0);
    expect(await temp.publish(path)).toHaveLength(1);
  });
});

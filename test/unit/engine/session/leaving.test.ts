import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MODEL } from '../../../../src/domain/registry.ts';
import { says } from '../../../../src/shared/says/says.ts';
import { ROLES } from '../../../../src/shared/vocabulary/roles.ts';
import { say } from '../../../../src/words/say.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

describe('What leaves a device', () => {
  let kitbag: TempEngine;

  beforeEach(async () => {
    kitbag = await TempEngine.open();
  });
  afterEach(() => kitbag.remove());

  it('is told to a rep without what only others write', async () => {
    await kitbag.client.session.changeRole({ role: 'rep' });
    const { everybody, publishers } = await kitbag.client.session.leaving();
    expect(everybody.map(say)).toContain(
      'Your ratings, with the stage, the persona and the comment that you give',
    );
    expect(everybody.map(say).join()).not.toMatch(/publish|let in|golden/);
    expect(publishers.map(say)).toContain('Which assets you read, from which page, and when');
    await kitbag.client.session.changeRole({ role: 'lead' });
    expect((await kitbag.client.session.leaving()).everybody.map(say).join()).toMatch(
      /publish.*let in|let in.*publish/,
    );
  });

  it('says whether the words of searches do, as the hub has decided', async () => {
    const searches = async () =>
      (await kitbag.client.session.leaving()).publishers.map(say).filter((told) => told.includes('searched'));
    expect(await searches()).toEqual([expect.stringMatching(/, not the words$/)]);
    await kitbag.client.people.setPolicies({ searchWords: 'words' });
    expect(await searches()).toEqual([expect.stringMatching(/, and the words$/)]);
  });

  it('is told of every kind of event to somebody, once, and by the stream that takes it', () => {
    for (const words of ['counts', 'words'] as const) {
      const told = ROLES.map((role) => MODEL.leaving(role, words));
      for (const { catalog, activity } of told) {
        const all = [...catalog, ...activity];
        expect(new Set(all).size).toBe(all.length);
      }
      for (const kind of MODEL.kinds) {
        const { leaves, stream } = MODEL.definitionOf(kind);
        const code = typeof leaves === 'string' ? leaves : leaves[words];
        expect([kind, told.some((by) => by[stream].includes(code))]).toEqual([kind, true]);
        expect(say(says(code))).toMatch(/^[A-Z].*[^.\s]$/);
      }
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/domain/kernel/roles.ts';
import type { Capability } from '../../../src/shared/vocabulary/capabilities.ts';
import { TempEngine } from '../../support/temp-engine.ts';
import { refusalOf } from '../../support/wire-error.ts';

/** What is only shown or not, and refused to nobody. */
type OnlyShown = 'see-insights' | 'oversee';
type Client = TempEngine['client'];
type About = { readonly asset: string; readonly request: string };

/** One thing for each that only works for who may. */
const TRIED: Readonly<
  Record<Exclude<Capability, OnlyShown>, (client: Client, about: About) => Promise<unknown>>
> = {
  publish: (client, { asset }) => client.assets.publish({ assets: [asset] }),
  edit: (client, { asset }) => client.assets.edit({ asset, set: { summary: 'Another one.' } }),
  answer: (client, { request }) => client.requests.answer({ request, status: 'accepted' }),
  'define-products': (client) => client.taxonomy.define({ facet: 'product', name: 'Next' }),
  'define-terms': (client) =>
    client.taxonomy.define({
      facet: 'persona',
      name: 'Treasurer',
      goals: '',
      challenges: '',
    }),
  'manage-members': (client) => client.people.setPolicies({ searchWords: 'words' }),
};

describe('What somebody may', () => {
  let kitbag: TempEngine;

  beforeEach(async () => {
    kitbag = await TempEngine.open();
  });
  afterEach(() => kitbag.remove());

  it.each(ROLES)('is said by the session as the engine has it, to a %s', async (role) => {
    const { client } = kitbag;
    const [asset = ''] = await kitbag.publish(kitbag.file('a.txt', 'A text.'));
    await client.assets.edit({ asset, set: { status: 'draft' } });
    const { id: request } = await client.requests.make({ title: 'A deck', need: '' });
    await client.session.changeRole({ role });
    const session = await client.session.get();
    if (session.state !== 'ready') throw new Error('There is no session.');
    for (const [capability, attempt] of Object.entries(TRIED)) {
      const done = await attempt(client, { asset, request }).then(
        () => true,
        () => false,
      );
      expect([capability, done]).toEqual([capability, session.can[capability as Capability]]);
      if (!done)
        expect((await refusalOf(attempt(client, { asset, request }))).code).toMatch(
          /^(?:NOT_ALLOWED|NOT_FOUND)$/,
        );
    }
  });
});

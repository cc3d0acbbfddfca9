import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

describe('diagnostics', () => {
  it('tell counts and codes of a replica', async () => {
    temp = await TempEngine.open();
    await temp.client.requests.make({ title: 'Battlecard on Fennwick', need: 'The CFO of Harborline asks.' });
    const facts = new Map(
      (await temp.client.maintenance.diagnostics()).map(({ name, value }) => [name, value]),
    );
    expect(facts.get('members')).toBe(1);
    expect(facts.get('requests')).toBe(1);
    expect(facts.get('sync')).toBe('private');
    expect(facts.get('events of the catalog')).toBeGreaterThan(0);
  });

  it('hold no content: no title, name, path', async () => {
    temp = await TempEngine.open();
    await temp.client.requests.make({ title: 'Battlecard on Fennwick', need: 'The CFO of Harborline asks.' });
    const session = await temp.client.session.get();
    const text = JSON.stringify(await temp.client.maintenance.diagnostics());
    expect(session.state).toBe('ready');
    if (session.state !== 'ready') return;
    for (const secret of [
      'Fennwick',
      'Harborline',
      session.dataFolder,
      session.member.name,
      session.hub.name,
    ]) {
      expect(secret).not.toBe('');
      expect(text).not.toContain(secret);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeKeyring } from '../../../support/fake-keyring.ts';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

/** Where the session says that the key is, and where it really is. */
async function home({ client, data }: TempEngine) {
  const session = await client.session.get();
  const file = readFileSync(join(data, 'device-key.json'), 'utf8');
  return { said: session.state === 'ready' && session.keyHome, sealed: file.includes('"v":2') };
}

describe('where the key is', () => {
  it('is said, and is changed while one works', async () => {
    const engine = await open({ vault: new FakeKeyring() });
    expect(await engine.client.session.keyring()).toEqual({ available: true });
    expect(await home(engine)).toEqual({ said: 'keyring', sealed: true });
    await engine.client.session.moveKey({ to: 'file' });
    expect(await home(engine)).toEqual({ said: 'file', sealed: false });
    await engine.client.session.moveKey({ to: 'keyring' });
    await engine.client.requests.make({ title: 'A battlecard', need: '' });
    await engine.reopen();
    expect(await home(engine)).toEqual({ said: 'keyring', sealed: true });
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });

  it('is the file where there is no keyring, and stays so', async () => {
    const engine = await open();
    expect(await engine.client.session.keyring()).toEqual({ available: false });
    const refused = await refusalOf(engine.client.session.moveKey({ to: 'keyring' }));
    expect(refused).toMatchObject({ code: 'DISK', message: expect.stringContaining('where it was') });
    expect(await home(engine)).toEqual({ said: 'file', sealed: false });
  });

  it('can not be changed before there is a key', async () => {
    const engine = await open({ fresh: true, vault: new FakeKeyring() });
    const refused = await refusalOf(engine.client.session.moveKey({ to: 'file' }));
    expect(refused).toMatchObject({ code: 'NOT_READY' });
  });
});

import { describe, expect, it } from 'vitest';
import { type Life, over } from '../../../../src/engine/base/parts.ts';
import { rememberingLogger } from '../../../support/temp-engine.ts';

type Base = { readonly said: string[] };

/** A part that says what becomes of it. */
function part<Name extends string>(
  name: Name,
  trouble: 'opening' | 'starting' | 'closing' | 'none' = 'none',
) {
  return async ({ said }: Base, life: Life): Promise<Record<Name, string>> => {
    if (trouble === 'opening') throw new Error(`${name} can't be opened`);
    said.push(`opens ${name}`);
    life.onStart(() => {
      if (trouble === 'starting') throw new Error(`${name} can't start`);
      said.push(`starts ${name}`);
    });
    life.onClose(`${name}-not-closed`, async () => {
      await Promise.resolve();
      if (trouble === 'closing') throw new Error('The disk is full.');
      said.push(`closes ${name}`);
    });
    return { [name]: `the ${name}` } as Record<Name, string>;
  };
}

describe('parts', () => {
  it('are opened in order, each over what those before it added, and then begin', async () => {
    const said: string[] = [];
    const { replica } = await over<Base>()
      .with(part('journal'))
      .with(part('search'))
      .with(({ journal, search }) => ({ both: `${journal} and ${search}` }))
      .open({ said }, rememberingLogger());
    expect(replica.both).toBe('the journal and the search');
    expect(said).toEqual(['opens journal', 'opens search', 'starts journal', 'starts search']);
  });

  it('are closed the other way round, once', async () => {
    const said: string[] = [];
    const opened = await over<Base>()
      .with(part('journal'))
      .with(part('search'))
      .with(part('hub'))
      .open({ said }, rememberingLogger());
    said.length = 0;
    await opened.close();
    await opened.close();
    expect(said).toEqual(['closes hub', 'closes search', 'closes journal']);
  });

  it('that were opened before one that can’t be are closed the other way round, and none begins', async () => {
    const said: string[] = [];
    const opening = over<Base>()
      .with(part('journal'))
      .with(part('people'))
      .with(part('search', 'opening'))
      .with(part('hub'))
      .open({ said }, rememberingLogger());
    await expect(opening).rejects.toThrow("search can't be opened");
    expect(said).toEqual(['opens journal', 'opens people', 'closes people', 'closes journal']);
  });

  it('that can’t begin are closed as well', async () => {
    const said: string[] = [];
    const opening = over<Base>()
      .with(part('journal'))
      .with(part('search', 'starting'))
      .open({ said }, rememberingLogger());
    await expect(opening).rejects.toThrow("search can't start");
    expect(said.slice(-2)).toEqual(['closes search', 'closes journal']);
  });

  it('close what they have opened themselves where the rest of them can’t be', async () => {
    const said: string[] = [];
    const half = (_: Base, life: Life): object => {
      life.onClose('half-not-closed', () => void said.push('closes half'));
      throw new Error('the rest can’t be opened');
    };
    await expect(
      over<Base>().with(part('journal')).with(half).open({ said }, rememberingLogger()),
    ).rejects.toThrow();
    expect(said).toEqual(['opens journal', 'closes half', 'closes journal']);
  });

  it('are closed though one of them fails, which is logged', async () => {
    const said: string[] = [];
    const logger = rememberingLogger();
    const opened = await over<Base>()
      .with(part('journal'))
      .with(part('search', 'closing'))
      .with(part('hub'))
      .open({ said }, logger);
    await opened.close();
    expect(said.slice(-2)).toEqual(['closes hub', 'closes journal']);
    expect(logger.warnings).toEqual(['search-not-closed']);
  });

  it('come before whoever needs them', () => {
    const needs = ({ search }: { readonly search: string }) => ({ found: search });
    // @ts-expect-error Nothing before it opens a search.
    over<Base>().with(needs);
    over<Base>().with(part('search')).with(needs);
  });
});

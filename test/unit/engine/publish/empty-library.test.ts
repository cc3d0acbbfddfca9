import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** What the plan proposes for the only file of a folder, in a library without any asset. */
async function proposedIn(folder: string): Promise<Record<string, string[]>> {
  temp = await TempEngine.open({ role: 'marketer' });
  temp.file(`Drive/${folder}/Paper.md`, '# Paper\n\nWhat the plant reports after one year of work.');
  await temp.stage(`${temp.folder}/files/Drive`);
  const { groups } = await temp.client.publish.plan();
  return Object.fromEntries(
    groups.flatMap(({ proposed }) => proposed.map((one) => [one.attribute, one.values])),
  );
}

describe('an import plan in an empty library', () => {
  it('proposes the stage and the persona that folders name', async () => {
    expect(await proposedIn('Awareness')).toMatchObject({ stages: ['awareness'] });
    await temp?.remove();
    expect(await proposedIn('For CFO')).toMatchObject({ personas: ['cfo'] });
  });

  it('knows what marketers call the stages', async () => {
    expect(await proposedIn('01 TOFU')).toMatchObject({ stages: ['awareness'] });
    await temp?.remove();
    expect(await proposedIn('MOFU')).toMatchObject({ stages: ['consideration'] });
    await temp?.remove();
    expect(await proposedIn('Bottom of funnel')).toMatchObject({ stages: ['decision'] });
  });
});

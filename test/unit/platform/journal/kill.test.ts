import { describe, expect, it } from 'vitest';
import { startProgram } from '../../../support/child.ts';
import { openFolder } from '../../../support/sync/replica-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('a journal whose process is killed', () => {
  it('has every acknowledged event after a kill at the n-th write, for growing n, again and again in one folder', async () => {
    const root = await temporaryFolder();
    for (const writes of [1, 2, 3, 5, 8, 13, 21]) {
      const program = startProgram('write-notes', [root, String(writes * 50)]);
      await program.printed(writes);
      program.kill();
      await program.ended;
      const acknowledged = Number(program.lines.at(-1));

      const folder = await openFolder(root);
      const replica = await folder.open();
      const numbers: number[] = [];
      for await (const { event } of replica.read())
        numbers.push(Number(String(event.body.text).split(':')[0]));
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(acknowledged);
      expect((await replica.verify()).problems).toEqual([]);
      await replica.close();
      folder.release();
    }
  });

  it('keeps everything acknowledged when the disk takes no more, and goes on when there is room again', async () => {
    const root = await temporaryFolder();
    const program = startProgram('write-notes', [root, '3000'], { fileSizeKb: 64 });
    const { code } = await program.ended;
    expect(code).toBe(1);
    expect(program.errors()).toContain('disk-full');
    expect(program.lines.length).toBeGreaterThan(5);

    const folder = await openFolder(root);
    const replica = await folder.open();
    expect(replica.problems()).toEqual([]);
    expect(replica.position()[`${replica.device}/catalog`]).toBe(program.lines.length);
    await replica.commit('m_0000000000000001' as never, [
      { stream: 'catalog', kind: 'noted', body: { text: 'more' } },
    ]);
    expect((await replica.verify()).problems).toEqual([]);
    await replica.close();
    folder.release();
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/shared/vocabulary/ids.ts';
import type { JournalFiles, JournalLine } from '../../src/sync/journal/journal-files.ts';
import { LIMITS } from '../../src/sync/limits.ts';

const DEVICE = '0123456789abcdef0123456789abcdef' as DeviceId;

async function linesOf(files: JournalFiles, fromByte?: number): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const batch of files.read(DEVICE, 'catalog', fromByte)) lines.push(...batch);
  return lines;
}

/** What every home of journals must do. */
export function journalFilesSuite(name: string, make: () => Promise<JournalFiles>): void {
  describe(`journal files: ${name}`, () => {
    it('has nothing to read where nothing was written', async () => {
      const files = await make();
      expect(await files.devices()).toEqual([]);
      expect(await linesOf(files)).toEqual([]);
      expect(await files.readDocument(DEVICE, 'card')).toBeUndefined();
    });

    it('gives back lines in order with their places in bytes, whatever script they are in', async () => {
      const files = await make();
      await files.append(DEVICE, 'catalog', ['{"a":"ü"}', '{"b":"日本"}']);
      const second = await files.append(DEVICE, 'catalog', ['{"c":1}']);
      const lines = await linesOf(files);
      expect(lines.map((line) => line.text)).toEqual(['{"a":"ü"}', '{"b":"日本"}', '{"c":1}']);
      expect(lines.every((line) => line.complete)).toBe(true);
      expect(lines[2]).toMatchObject(second);
      expect((await linesOf(files, lines[1]?.start)).map((line) => line.text)).toEqual([
        '{"b":"日本"}',
        '{"c":1}',
      ]);
      await files.close();
    });

    it('gives only the places of a line that is longer than any may be, wherever it stands', async () => {
      const files = await make();
      const most = `"${'ü'.repeat(LIMITS.line / 2 - 1)}"`;
      await files.append(DEVICE, 'catalog', ['{"a":1}', 'x'.repeat(3 * LIMITS.line), most]);
      const last = await files.append(DEVICE, 'catalog', [`${most}x`]);
      const lines = await linesOf(files);
      expect(lines.map(({ text, tooLong }) => [text.length, tooLong === true])).toEqual([
        [7, false],
        [0, true],
        [most.length, false],
        [0, true],
      ]);
      expect(lines[3]).toMatchObject({ ...last, complete: true });
      for (const [index, { end }] of lines.entries())
        if (index < 3) expect(lines[index + 1]?.start).toBe(end);
      await files.cut(DEVICE, 'catalog', last.end - 1, false);
      expect((await linesOf(files, last.start))[0]).toMatchObject({ tooLong: true, complete: false });
      await files.close();
    });

    it('keeps the streams of a device apart', async () => {
      const files = await make();
      await files.append(DEVICE, 'activity', ['{"x":1}']);
      expect(await linesOf(files)).toEqual([]);
      expect(await files.devices()).toEqual([DEVICE]);
      await files.close();
    });

    it('goes on after a cut where the cut was made', async () => {
      const files = await make();
      await files.append(DEVICE, 'catalog', ['{"a":1}']);
      const { start } = await files.append(DEVICE, 'catalog', ['{"b":2}']);
      await files.cut(DEVICE, 'catalog', start, true);
      await files.append(DEVICE, 'catalog', ['{"c":3}']);
      expect((await linesOf(files)).map((line) => line.text)).toEqual(['{"a":1}', '{"c":3}']);
      await files.close();
    });

    it('keeps what is cut off when it is asked to, and tells that it is there', async () => {
      const files = await make();
      const { start } = await files.append(DEVICE, 'catalog', ['{"a":1}']);
      await files.append(DEVICE, 'activity', ['{"b":1}']);
      await files.cut(DEVICE, 'activity', start, false);
      expect(await files.kept()).toEqual([]);
      await files.cut(DEVICE, 'catalog', start, true);
      expect(await files.kept()).toEqual([{ device: DEVICE, stream: 'catalog', bytes: 8 }]);
      await files.close();
    });

    it('replaces a document whole', async () => {
      const files = await make();
      await files.writeDocument(DEVICE, 'card', { name: 'first, and longer than the second' });
      await files.writeDocument(DEVICE, 'card', { name: 'second' });
      expect(await files.readDocument(DEVICE, 'card')).toEqual({ name: 'second' });
    });
  });
}

import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../../../scripts/terminal/progress-line.ts';

function target(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 80, write: (text: string) => written.push(text), written };
}

describe('a line of progress', () => {
  it('is redrawn in place on a terminal, with a bar', () => {
    const terminal = target(true);
    const line = new ProgressLine('Downloading', terminal);
    line.at(0.5, '98 of 196 MB');
    expect(terminal.written.at(-1)).toMatch(/^\r.*Downloading █+░+ 50 % 98 of 196 MB$/);
    line.end('done.');
    expect(terminal.written.at(-1)).toMatch(/Downloading: done\.\n$/);
    expect(terminal.written.slice(0, -1).join('')).not.toContain('\n');
  });

  it('is a line a quarter elsewhere, however often it is told', () => {
    const file = target(false);
    const line = new ProgressLine('Downloading', file);
    for (let percent = 0; percent <= 100; percent += 1) line.at(percent / 100);
    line.end('done.');
    expect(file.written).toEqual([
      'Downloading…\n',
      '  25 %\n',
      '  50 %\n',
      '  75 %\n',
      '  100 %\n',
      'Downloading: done.\n',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  nameWithoutVersion,
  oneLine,
  readableTitle,
  withoutEnding,
} from '../../../../src/engine/publish/file-names.ts';

describe('file names', () => {
  it('are read as a person would', () => {
    expect(readableTitle('flow_one-pager.pdf')).toBe('Flow one pager');
    expect(readableTitle('ROI story (Halden) 2026.pptx')).toBe('ROI story (Halden) 2026');
    expect(readableTitle('_.pdf')).toBe('Untitled');
    expect(withoutEnding('archive.tar.gz')).toBe('archive.tar');
    expect(withoutEnding('.env')).toBe('.env');
  });

  it('are one line however they came', () => {
    expect(oneLine('a\u0000b\n c')).toBe('a b c');
    expect(oneLine(' \n ')).toBeUndefined();
  });

  it.each([
    ['Pitch deck v1', 'Pitch deck v2 (final)'],
    ['pitch_deck_2026-11-21', 'Pitch deck'],
    ['Pricing Q3 2025', 'Pricing Q4 2026'],
    ['Data sheet (1)', 'data-sheet copy'],
    ['Guide version 3.1', 'Guide_ver2'],
  ])('of two versions are the same: %s, %s', (one, other) => {
    expect(nameWithoutVersion(one)).toBe(nameWithoutVersion(other));
  });

  it('of different documents stay different, and a bare number stays itself', () => {
    expect(nameWithoutVersion('Pricing DACH')).not.toBe(nameWithoutVersion('Pricing UK'));
    expect(nameWithoutVersion('2026')).toBe('2026');
  });
});

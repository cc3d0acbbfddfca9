import { describe, expect, it } from 'vitest';
import { isOutdated } from '../../../../src/engine/publish/text-format.ts';

const unread = { state: 'not', reason: 'unsupported' };
const ODT = 'application/vnd.oasis.opendocument.text';

describe('a document that an older Kitbag kept without reading it', () => {
  it('is read once Kitbag reads its format', () => {
    expect(isOutdated({ kind: 'other', mediaType: ODT, text: unread, textFormat: 2 })).toBe(true);
    const json = { kind: 'other', mediaType: 'application/json', text: unread };
    expect(isOutdated({ ...json, textFormat: 2 })).toBe(true);
    expect(isOutdated({ ...json, textFormat: 3 })).toBe(false);
    const doc = { kind: 'other', mediaType: 'application/msword', text: unread };
    expect(isOutdated({ ...doc, textFormat: 6 })).toBe(true);
    const svg = { kind: 'image', mediaType: 'image/svg+xml', text: { state: 'not', reason: 'no-text' } };
    expect(isOutdated({ ...svg, textFormat: 2 })).toBe(true);
  });

  it('is read again once its pages are known better', () => {
    const odt = { kind: 'other', mediaType: ODT, text: { state: 'searchable' } };
    expect(isOutdated({ ...odt, textFormat: 10 })).toBe(true);
    expect(isOutdated({ ...odt, textFormat: 11 })).toBe(false);
  });

  it('is read again where it is a picture that says that there are no words on it', () => {
    const none = { state: 'not', reason: 'no-text' };
    const photo = { kind: 'image', mediaType: 'image/jpeg', text: none };
    expect(isOutdated({ ...photo, textFormat: 11 })).toBe(true);
    expect(isOutdated({ ...photo, textFormat: 12 })).toBe(false);
    expect(isOutdated({ ...photo, mediaType: 'image/svg+xml', textFormat: 11 })).toBe(false);
  });

  it('is left alone where nothing more can be read of it', () => {
    expect(isOutdated({ kind: 'other', mediaType: 'application/x-ole-storage', text: unread })).toBe(false);
    const locked = { kind: 'docx', mediaType: 'application/x', text: { state: 'not', reason: 'encrypted' } };
    expect(isOutdated(locked)).toBe(false);
  });
});

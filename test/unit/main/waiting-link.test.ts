import { describe, expect, it } from 'vitest';
import { WaitingLink } from '../../../src/main/shell/waiting-link.ts';

const kit = 'kitbag://kit/k_0123456789abcdef';

describe('the link that waits', () => {
  it('is given once, and told of', () => {
    let told = 0;
    const waiting = new WaitingLink(() => {
      told += 1;
    });
    waiting.keep(['kitbag', '--data', 'folder', kit]);
    expect([told, waiting.take(), waiting.take()]).toEqual([1, kit, null]);
  });

  it('is the last of several', () => {
    const waiting = new WaitingLink(() => undefined);
    waiting.keep(['kitbag://search?q=a']);
    waiting.keep([kit]);
    expect(waiting.take()).toBe(kit);
  });

  it('is none where nothing among the words is a link of ours', () => {
    const waiting = new WaitingLink(() => expect.unreachable());
    waiting.keep(['kitbag', '--data', 'x']);
    waiting.keep(['kitbag://settings']);
    waiting.keep(['kitbag://asset/../../etc']);
    expect(waiting.take()).toBeNull();
  });
});

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaunchOptions } from '../../../src/main/launch-options.ts';
import { dataFolder } from '../../../src/platform/data-folder.ts';

describe('a start', () => {
  it('takes the data folder in both spellings, among switches that are not its own', () => {
    expect(readLaunchOptions(['electron', '--no-sandbox', '.', '--data', '/a'])).toEqual({
      dataFolder: '/a',
    });
    expect(readLaunchOptions(['electron', '.', '--data=/a', '--disable-gpu'])).toEqual({ dataFolder: '/a' });
  });

  it('takes a picture’s file', () => {
    const options = readLaunchOptions(['electron', '.', '--data=/a', '--screenshot', 'x.png']);
    expect(options.screenshot).toBe(resolve('x.png'));
  });
});

describe('the replica’s folder', () => {
  it('is what was asked for, else what the environment says', () => {
    expect(dataFolder({ asked: '/asked', env: { KITBAG_DATA: '/env' } })).toBe('/asked');
    expect(dataFolder({ env: { KITBAG_DATA: '/env' } })).toBe('/env');
  });

  it('is in the platform’s own place otherwise', () => {
    const at = (platform: string, env: Record<string, string> = {}): string =>
      dataFolder({ platform, env, home: '/home/ada' }).replaceAll('\\', '/');
    expect(at('linux')).toBe('/home/ada/.config/Kitbag');
    expect(at('linux', { XDG_CONFIG_HOME: '/cfg' })).toBe('/cfg/Kitbag');
    expect(at('darwin')).toBe('/home/ada/Library/Application Support/Kitbag');
    expect(at('win32', { APPDATA: '/roaming' })).toBe('/roaming/Kitbag');
  });
});

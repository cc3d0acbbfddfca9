import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaunchOptions } from '../../../src/main/launch-options.ts';
import { dataFolder } from '../../../src/node/data-folder.ts';
import { err, ok } from '../../../src/shared/result.ts';

describe('a start', () => {
  it('takes the data folder in both spellings, among switches that are not its own', () => {
    expect(readLaunchOptions(['electron', '--no-sandbox', '.', '--data', '/a'])).toEqual(
      ok({ dataFolder: '/a' }),
    );
    expect(readLaunchOptions(['electron', '.', '--data=/a', '--disable-gpu'])).toEqual(
      ok({ dataFolder: '/a' }),
    );
  });

  it('takes a picture’s file', () => {
    const options = readLaunchOptions(['electron', '.', '--data=/a', '--screenshot', 'x.png']);
    expect(options).toEqual(ok({ dataFolder: '/a', screenshot: resolve('x.png') }));
  });

  it.each([[['--data', '']], [['--data=']], [['--data', '  ']], [['--data']], [['--data', '--disable-gpu']]])(
    'that asks for a data folder and names none opens nothing: %j',
    (words) => {
      const asked = readLaunchOptions(['electron', '.', ...words]);
      expect(asked).toEqual(err(expect.stringContaining('--data names no folder')));
    },
  );
});

describe('the replica’s folder', () => {
  it('is what was asked for, else what the environment says', () => {
    expect(dataFolder({ asked: '/asked', env: { KITBAG_DATA: '/env' } })).toEqual(ok('/asked'));
    expect(dataFolder({ env: { KITBAG_DATA: '/env' } })).toEqual(ok('/env'));
  });

  it('is not the application’s where an empty name was asked for: somebody’s variable is not set', () => {
    expect(dataFolder({ asked: '', env: {} })).toMatchObject({ ok: false });
    expect(dataFolder({ asked: ' ', env: { KITBAG_DATA: '/env' } })).toMatchObject({ ok: false });
  });

  it('is in the platform’s own place otherwise', () => {
    const at = (platform: string, env: Record<string, string> = {}): string => {
      const folder = dataFolder({ platform, env, home: '/home/ada' });
      return folder.ok ? folder.value.replaceAll('\\', '/') : folder.error;
    };
    expect(at('linux')).toBe('/home/ada/.config/Kitbag');
    expect(at('linux', { XDG_CONFIG_HOME: '/cfg' })).toBe('/cfg/Kitbag');
    expect(at('darwin')).toBe('/home/ada/Library/Application Support/Kitbag');
    expect(at('win32', { APPDATA: '/roaming' })).toBe('/roaming/Kitbag');
  });
});

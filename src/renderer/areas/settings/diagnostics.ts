import { t } from '@lingui/core/macro';
import { engine } from '../../base/engine-client.ts';
import { showDone, showError } from '../../base/undo-toast.ts';
import { describeError } from '../../base/wire-error.ts';

/**
 * Puts on the clipboard what support needs: versions, counts and codes, the log's last lines. No title, name, text, path or search is in
 * it. `withEngine`: false where the engine can't open its data and would not answer.
 */
export async function copyDiagnostics(withEngine: boolean): Promise<void> {
  try {
    const { version, electron, chrome, node, platform } = await window.kitbag.appInfo();
    const log = await window.kitbag.recentLog();
    const text = [
      t`Kitbag ${version}, Electron ${electron}, Chromium ${chrome}, Node ${node}, ${platform}`,
      t`${new Date().toISOString()}, ${navigator.language}, window ${window.innerWidth} × ${window.innerHeight} at ${window.devicePixelRatio}`,
      '',
      ...(withEngine ? await replicaFacts() : [t`The engine could not open its data.`]),
      '',
      ...log,
    ].join('\n');
    await window.kitbag.copyText({ text });
    showDone(
      t`Diagnostics copied: versions, counts and the log, no content. Paste them into a mail to support.`,
    );
  } catch (error) {
    showError(error);
  }
}

async function replicaFacts(): Promise<string[]> {
  try {
    const facts = await engine.maintenance.diagnostics();
    return facts.map(({ name, value }) => `${name}: ${value}`);
  } catch (error) {
    return [t`The engine answered ${describeError(error).code}.`];
  }
}

import type { IndexReport } from '../../contract/maintenance.ts';
import { say } from '../../words/say.ts';
import { indexedMessage, readAgainMessage, recognitionMessage } from '../../words/texts.ts';
import type { Command } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';

/** Assets that are not wholly searchable, with the sentence that says why. */
function withMessages(entries: IndexReport['not']) {
  return entries.map(({ missing, ...entry }) => ({
    ...entry,
    message: indexedMessage({ reason: entry.reason, missing }),
  }));
}

/** The text index. */
export const index: Command = {
  name: 'index',
  usage: 'index status|rebuild|recognize',
  does: 'which assets are searchable, partly, not, and why',
  options: {},
  check: (args) => {
    const [what, ...more] = args.positionals;
    const known = more.length === 0 && (what === 'status' || what === 'rebuild' || what === 'recognize');
    return known
      ? undefined
      : 'Say what: kitbag index status, kitbag index rebuild, or kitbag index recognize.';
  },
  run: async ({ engine, client, output, args }) => {
    await engine.indexed();
    const [what] = args.positionals;
    if (what === 'rebuild' || what === 'recognize') {
      const steps = what === 'rebuild' ? client.maintenance.rebuildIndex() : client.recognition.all();
      for await (const { done, total, current } of await steps)
        output.progress(`${done}/${total} ${current}`.trimEnd());
      output.clearProgress();
      await engine.indexed();
    }
    const found = await client.maintenance.indexReport();
    const again = readAgainMessage(found.readAgain);
    const partly = withMessages(found.partly);
    const not = withMessages(found.not);
    const readAgain = { ...found.readAgain, ...(again !== undefined && { message: again }) };
    const scans = recognitionMessage(found.recognition);
    const recognition = { ...found.recognition, ...(scans !== undefined && { message: scans }) };
    output.result({ ...found, partly, not, readAgain, recognition }, () => {
      const lines = [
        `${found.searchable} searchable, ${found.partly.length} partly, ${found.not.length} not; ${found.pages} pages.`,
      ];
      if (again !== undefined) lines.push(again);
      if (scans !== undefined) lines.push(scans);
      const listed = [...partly, ...not];
      if (listed.length > 0) {
        lines.push(
          '',
          output.table(
            ['Asset', 'Title', 'Why'],
            listed.map((asset) => [asset.assetId, asset.title, asset.message]),
          ),
        );
      }
      return lines.join('\n');
    });
    return EXIT.done;
  },
};

/** Checks everything. */
export const verify: Command = {
  name: 'verify',
  usage: 'verify',
  does: "checks journal chain, signatures, blobs' hashes, snapshot against a fresh fold",
  options: {},
  run: async ({ client, output }) => {
    const found = await client.maintenance.verify();
    output.result(found, () => {
      const what = `${found.events} events and ${found.blobs} blobs were checked`;
      if (found.ok) return `Everything is whole: ${what}.`;
      return [
        `${found.problems.length} problems; ${what}.`,
        ...found.problems.map((problem) => `  ${problem.id ?? ''} ${say(problem.says)}`),
      ].join('\n');
    });
    return found.ok ? EXIT.done : EXIT.someFailed;
  },
};

/** A digest of the folded catalog. */
export const stateHash: Command = {
  name: 'state-hash',
  usage: 'state-hash',
  does: 'a digest of the folded catalog: two replicas that hold the same events print the same',
  options: {},
  run: async ({ client, output }) => {
    const found = await client.maintenance.stateHash();
    output.result(found, () => `${found.hash}  ${found.events} events`);
    return EXIT.done;
  },
};

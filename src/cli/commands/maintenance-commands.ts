import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

/** The text index. */
export const index: Command = {
  name: 'index',
  usage: 'index status|rebuild',
  does: 'which assets are searchable, partly, not, and why',
  options: {},
  check: (args) => {
    const [what, ...more] = args.positionals;
    const known = more.length === 0 && (what === 'status' || what === 'rebuild');
    return known ? undefined : 'Say what: kitbag index status, or kitbag index rebuild.';
  },
  run: async ({ engine, client, output, args }) => {
    await engine.indexed();
    if (args.positionals[0] === 'rebuild') {
      for await (const { done, total, current } of await client.maintenance.rebuildIndex()) {
        output.progress(`${done}/${total} ${current}`);
      }
      output.clearProgress();
    }
    const found = await client.maintenance.indexReport();
    output.result(found, () => {
      const lines = [
        `${found.searchable} searchable, ${found.partly.length} partly, ${found.not.length} not; ${found.pages} pages.`,
      ];
      if (found.readAgain.message !== undefined) lines.push(found.readAgain.message);
      const listed = [...found.partly, ...found.not];
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
        ...found.problems.map((problem) => `  ${problem.id ?? ''} ${problem.message}`),
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

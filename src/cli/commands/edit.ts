import type { TypedEdit } from '../../contract/metadata.ts';
import { FIELD_HEADINGS } from '../../shared/vocabulary/field-headings.ts';
import { COLUMN_MODES, type ColumnMode } from '../../shared/vocabulary/metadata.ts';
import { say } from '../../words/say.ts';
import { type Command, textsAsTyped } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';
import { type RefusedItem, refusedToAll } from '../base/refused.ts';

const FIELD_NAMES = Object.keys(FIELD_HEADINGS).join(', ');

/** Changes fields of any number of assets in one batch. */
export const edit: Command = {
  name: 'edit',
  usage: 'edit ASSET... [--set FIELD=VALUE]... [--add FIELD=VALUE]... [--remove FIELD=VALUE]... [--dry-run]',
  usageNote: `Fields: ${FIELD_NAMES}, and the hub’s dimensions by name. Lists take several values, parted by commas; (none) empties a field.`,
  does: 'changes fields of any number of assets in one batch',
  options: {
    set: { type: 'string', multiple: true },
    add: { type: 'string', multiple: true },
    remove: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
  },
  check: (args) => {
    if (args.positionals.length === 0) return 'Say which assets: kitbag edit ASSET... --set FIELD=VALUE.';
    const typed = COLUMN_MODES.flatMap((mode) => textsAsTyped(args, mode));
    if (typed.length === 0) return 'Say what to change: --set, --add or --remove with FIELD=VALUE.';
    const wrong = typed.find((text) => text.indexOf('=') < 1);
    return wrong === undefined ? undefined : `'${wrong}' names no field. Write it as FIELD=VALUE.`;
  },
  run: async (context) => {
    const { client, output, args } = context;
    const assets = args.positionals.map((text) => findAsset(context, text));
    const edits = COLUMN_MODES.flatMap((mode) =>
      textsAsTyped(args, mode).map((text) => typedEdit(mode, text)),
    );
    const dryRun = args.values['dry-run'] === true;
    const { changed, unchanged, refused } = await client.metadata.edit({ assets, edits, dryRun }).then(
      ({ refused, ...done }) => ({
        ...done,
        refused: refused.map(
          ({ asset, code, says }): RefusedItem => ({ id: asset, code, message: say(says) }),
        ),
      }),
      (error: unknown) => ({ changed: [], unchanged: 0, refused: refusedToAll(assets, error) }),
    );
    output.result({ changed, refused, unchanged, ...(dryRun && { dryRun }) }, () =>
      [
        `${changed.length} ${dryRun ? 'would be changed' : 'changed'}, ${unchanged} were so already, ${refused.length} refused.`,
        ...refused.map(({ message }) => message),
      ].join('\n'),
    );
    return refused.length > 0 ? EXIT.someFailed : EXIT.done;
  },
};

function typedEdit(mode: ColumnMode, text: string): TypedEdit {
  const at = text.indexOf('=');
  // An empty value is meant as one: in a table an empty cell changes nothing.
  return { mode, field: text.slice(0, at).trim(), text: text.slice(at + 1) };
}

import { type Command, textsAsTyped } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';

/** Defines further lists of terms. */
export const dimension: Command = {
  name: 'dimension',
  usage: { define: 'dimension define NAME --term NAME... [--many] [--required]' },
  usageNote:
    'Of a dimension that there is already, terms are added. --many: an asset may have several; --required: publishing asks for it.',
  does: 'a further list of terms that assets are told apart by: Industry, Region, Competitor',
  options: {
    term: { type: 'string', multiple: true },
    many: { type: 'boolean' },
    required: { type: 'boolean' },
  },
  check: (args) => {
    const [what, ...name] = args.positionals;
    if (what !== 'define' || name.join(' ').trim() === '')
      return 'Say which dimension: kitbag dimension define NAME --term NAME...';
    return undefined;
  },
  run: async ({ client, output, args }) => {
    // `--term Bank Insurance` names two terms, as `--stage decision retention` does.
    const words = args.placed.slice(1);
    const name = words
      .flatMap(({ word, after }) => (after === 'term' ? [] : [word]))
      .join(' ')
      .trim();
    const more = words.flatMap(({ word, after }) => (after === 'term' ? [word] : []));
    const terms = [...textsAsTyped(args, 'term'), ...more]
      .map((term) => term.trim())
      .filter((term) => term !== '');
    const before = await client.taxonomy.get();
    const known = before.dimensions.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const { id } = await client.taxonomy.defineDimension({
      ...(known !== undefined && { id: known.id }),
      name,
      ...(args.values.many === true && { many: true }),
      ...(args.values.required === true && { required: true }),
      terms,
    });
    const { dimensions } = await client.taxonomy.get();
    const defined = dimensions.find((one) => one.id === id);
    output.result({ dimension: defined }, () => {
      const count = defined?.terms.length ?? 0;
      return `${defined?.name ?? name} (${id}) has ${count} ${count === 1 ? 'term' : 'terms'}.`;
    });
    return EXIT.done;
  },
};

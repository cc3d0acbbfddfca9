import type { Phrase, PhraseGroup } from '../../engine/ports/text-index.ts';

/** What people typed as FTS5 expressions. Every phrase is an FTS5 string, so nothing in it is syntax. */

/** A phrase as an FTS5 string, e.g. `"soc 2"` or `"pric" *`. */
function phrase({ text, prefix }: Phrase): string {
  const quoted = `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`;
  return prefix ? `${quoted} *` : quoted;
}

/** Any of a group's phrases. */
export function groupExpression(group: PhraseGroup): string {
  return `(${group.map(phrase).join(' OR ')})`;
}

/** All or any of the groups. */
export function groupsExpression(groups: readonly PhraseGroup[], mode: 'all' | 'any'): string {
  return groups.map(groupExpression).join(mode === 'all' ? ' AND ' : ' OR ');
}

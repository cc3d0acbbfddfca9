import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { Hit } from '../../../../contract/search.ts';
import { useCallContext } from '../../../base/call-context-state.ts';
import { orpc } from '../../../base/engine-client.ts';
import { useTermNames } from '../../../base/use-taxonomy.ts';
import { readOf } from '../../../ui/edition-read.ts';
import { pageWords } from '../../../ui/page-words.ts';
import classes from './why.module.css';
import { effectOf, reasonsOf, whySentence, wordSentences } from './why-words.ts';

type Props = { readonly hit: Hit; readonly query: string };

/** Why a result is here and where it is: which words stand where, and what lifts or lowers it. */
export function WhyDetails({ hit, query }: Props) {
  const [context] = useCallContext();
  const names = useTermNames();
  const why = useQuery(
    orpc.search.why.queryOptions({ input: { query, asset: readOf(hit).id }, enabled: query.trim() !== '' }),
  );
  const words = why.data?.words ?? [];
  const pages = pageWords(readOf(hit).version);
  return (
    <div className={classes.details} data-ready={query.trim() === '' || !why.isPending}>
      <p className={classes.shortly}>{whySentence(hit, why.data)}</p>
      {words.length > 0 && (
        <ul className={classes.words} aria-label={t`Words`}>
          {words.map((one) => (
            <li
              key={one.typed}
              {...(one.found.length + one.terms.length === 0 ? { 'data-missing': true } : {})}
            >
              <b>{one.typed}</b> {wordSentences(one, pages).join('; ')}
            </li>
          ))}
        </ul>
      )}
      <dl className={classes.reasons}>
        {reasonsOf(hit, context, why.data, names).map(({ name, sentence, factor }) => (
          <div key={name} className={classes.reason}>
            <dt>{name}</dt>
            <dd>{sentence}</dd>
            <dd
              className={classes.effect}
              {...(factor === null ? {} : { 'data-effect': Math.sign(factor - 1) })}
            >
              {factor === null ? '' : effectOf(factor)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

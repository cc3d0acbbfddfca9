import { t } from '@lingui/core/macro';
import { Radio, Stack } from '@mantine/core';
import type { Policies } from '../../../contract/people.ts';
import type { PlaceKind } from '../../../shared/hub-location.ts';
import listing from '../../ui/listing.module.css';
import { useHubState } from '../hub/sync/use-sync.ts';
import classes from './people.module.css';
import { useChosen } from './use-people.ts';

type Props = {
  readonly policies: Policies;
  readonly lead: boolean;
  readonly onChange: (set: Partial<Policies>, done: string) => Promise<void>;
};

/** Who can read the hub, whoever is let in. */
const HIDES_NOTHING: Readonly<Record<PlaceKind, string>> = {
  folder: t`anyone who can open the hub’s folder can read the hub, people who wait included. To keep somebody from reading it, take the folder away from them in your folder program.`,
  bucket: t`anyone whose keys can read the bucket can read the hub, people who wait included. To keep somebody from reading it, take their keys for the bucket away.`,
};

/** What the leads decide for the whole hub. */
export function PolicyForm({ policies, lead, onChange }: Props) {
  const kind = useHubState().data?.location?.kind ?? 'folder';
  const [admission, chooseAdmission] = useChosen(policies.admission);
  const [searchWords, chooseWords] = useChosen(policies.searchWords);
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      <Radio.Group
        label={t`Who can join`}
        description={
          <span
            className={classes.quiet}
          >{t`Admission decides whose work counts: ratings and requests of people who wait reach nobody until a lead lets them in. It hides nothing: ${HIDES_NOTHING[kind]}`}</span>
        }
        value={admission}
        onChange={(value) =>
          value === 'ask'
            ? chooseAdmission('ask', onChange({ admission: 'ask' }, t`From now on a lead lets people in.`))
            : chooseAdmission(
                'open',
                onChange({ admission: 'open' }, t`From now on whoever joins is in at once, as a rep.`),
              )
        }
      >
        <Stack gap={8} mt={8}>
          <Radio value="open" disabled={!lead} label={t`Everybody who joins, at once, as a rep`} />
          <Radio value="ask" disabled={!lead} label={t`A lead lets people in`} />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t`What leads see of searches`}
        description={
          <span
            className={classes.quiet}
          >{t`Terms reveal gaps; counts keep individual searches private.`}</span>
        }
        value={searchWords}
        onChange={(value) =>
          value === 'words'
            ? chooseWords(
                'words',
                onChange({ searchWords: 'words' }, t`From now on searches carry their words.`),
              )
            : chooseWords(
                'counts',
                onChange({ searchWords: 'counts' }, t`From now on only counts of searches are shared.`),
              )
        }
      >
        <Stack gap={8} mt={8}>
          <Radio value="counts" disabled={!lead} label={t`Counts and success rates only`} />
          <Radio value="words" disabled={!lead} label={t`Search terms too`} />
        </Stack>
      </Radio.Group>
    </div>
  );
}

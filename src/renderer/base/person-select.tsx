import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Person } from '../../contract/people.ts';
import { orpc } from './engine-client.ts';
import { personChoices } from './person-choices.ts';

type Props = {
  readonly 'aria-label': string;
  readonly placeholder?: string;
  readonly size?: 'xs' | 'sm';
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Who publishes only: a rep can't verify. */
  readonly publishers?: boolean;
};

/** Who is in the hub; `undefined` until it is known. */
export function usePeople(): readonly Person[] | undefined {
  return useQuery(orpc.people.list.queryOptions()).data?.people;
}

/**
 * A choice of one member. Where Enter also ends what it stands in, it is only shown once `usePeople` knows who there is: a name typed and
 * taken before that would choose nobody.
 */
export function PersonSelect({ publishers = false, size = 'sm', placeholder = '', ...props }: Props) {
  const people = usePeople();
  const chosen = props.value;
  const options = personChoices(people ?? [], { publishers, chosen });
  return (
    <Select
      {...props}
      size={size}
      placeholder={placeholder}
      data={[...options]}
      clearable
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t`Nobody fits`}
    />
  );
}

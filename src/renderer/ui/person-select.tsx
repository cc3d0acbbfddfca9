import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../app/engine-client.ts';

type Props = {
  readonly 'aria-label': string;
  readonly placeholder?: string;
  readonly size?: 'xs' | 'sm';
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Who publishes only: a rep can't verify. */
  readonly publishers?: boolean;
};

/** A choice of one member. Who was removed or waits can't be chosen. */
export function PersonSelect({ publishers = false, size = 'sm', placeholder = '', ...props }: Props) {
  const people = useQuery(orpc.people.list.queryOptions());
  const options = (people.data?.people ?? [])
    .filter(({ state, role }) => state === 'member' && (!publishers || role !== 'rep'))
    .map(({ id, name, self }) => ({ value: id, label: self ? `${name} (you)` : name }));
  return (
    <Select
      {...props}
      size={size}
      placeholder={placeholder}
      data={options}
      clearable
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage="Nobody fits"
    />
  );
}

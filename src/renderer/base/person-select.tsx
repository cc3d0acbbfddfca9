import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
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

/** A choice of one member. */
export function PersonSelect({ publishers = false, size = 'sm', placeholder = '', ...props }: Props) {
  const people = useQuery(orpc.people.list.queryOptions());
  const chosen = props.value;
  const options = personChoices(people.data?.people ?? [], { publishers, chosen });
  return (
    <Select
      {...props}
      size={size}
      placeholder={placeholder}
      data={[...options]}
      clearable
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage="Nobody fits"
    />
  );
}

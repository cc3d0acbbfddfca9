import { TextInput } from '@mantine/core';

/** The one search field. */
export function SearchField() {
  return <TextInput aria-label="Search" flex={1} maw={560} />;
}

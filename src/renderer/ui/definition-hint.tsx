import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

type Props = {
  /** What is defined. */
  readonly name: string;
  readonly definition: string;
};

/** Says what something means, to who points at it or comes to it by the keyboard. */
export function DefinitionHint({ name, definition }: Props) {
  return (
    <Tooltip
      label={definition}
      multiline
      w={300}
      events={{ hover: true, focus: true, touch: true }}
      openDelay={100}
    >
      <ActionIcon size="sm" aria-label={t`What is “${name}”?`} aria-description={definition}>
        <IconInfoCircle size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

import { Modal } from '@mantine/core';
import type { Command } from './command.ts';
import { KeyCaps } from './key-caps.tsx';
import styles from './keyboard-help.module.css';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
};
type Line = { readonly name: string; readonly keys: readonly string[] };

const inLists: readonly Line[] = [
  { name: 'Search', keys: ['/', 'mod+K'] },
  { name: 'Take what the search field offers', keys: ['Tab'] },
  { name: 'Everything that can be searched by', keys: ['Alt+↓'] },
  { name: 'From the search field into the results', keys: ['↓'] },
  { name: 'Choose a result', keys: ['↑', '↓'] },
  { name: 'Open it at its best page', keys: ['Enter'] },
  { name: 'Its matching pages', keys: ['Tab'] },
  { name: 'Quick look', keys: ['Space'] },
  { name: 'Rate what you are reading', keys: ['1', '2', '3', '4', '5'] },
];

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {title}
        </th>
      </tr>
      {lines.map((line) => (
        <tr key={line.name}>
          <td>{line.name}</td>
          <td>
            <span className={styles.keys}>
              {line.keys.map((keys) => (
                <KeyCaps key={keys} keys={keys} />
              ))}
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** All keys on one sheet. */
export function KeyboardHelp({ opened, onClose, commands }: Props) {
  const withKeys = commands.filter((command) => command.keys.length > 0);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keys"
      size="md"
      transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <table className={styles.table}>
        <Lines title="Find and read" lines={inLists} />
        <Lines title="Anywhere" lines={withKeys.filter((command) => command.id !== 'search')} />
      </table>
    </Modal>
  );
}

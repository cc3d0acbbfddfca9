import { t } from '@lingui/core/macro';
import { Modal } from '@mantine/core';
import type { Can } from '../../shared/vocabulary/capabilities.ts';
import type { Command } from '../base/command.ts';
import { KeyCaps } from '../ui/keys/key-caps.tsx';
import { KEY_AREAS } from '../ui/keys/key-map.ts';
import { has } from './areas.ts';
import styles from './keyboard-help.module.css';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  readonly can: Can;
};
type Line = { readonly name: string; readonly keys: readonly string[] };
/** A place and its keys. */
type KeySection = { readonly title: string; readonly lines: readonly Line[] };

/** What the system does with keys whatever the program. */
const usual: KeySection = {
  title: t`As everywhere`,
  lines: [
    { name: t`Move to the next thing, to the one before`, keys: ['Tab', 'Shift+Tab'] },
    { name: t`Open or press what has the focus`, keys: ['Enter', 'Space'] },
  ],
};

/** Lines of the same name are one. */
function merged(lines: readonly Line[]): Line[] {
  const byName = new Map<string, string[]>();
  for (const { name, keys } of lines) byName.set(name, [...(byName.get(name) ?? []), ...keys]);
  return [...byName].map(([name, keys]) => ({ name, keys }));
}

/** Every key that does something, made from the commands and from the keys of each place that somebody may see. */
export function keySections(commands: readonly Command[], can: Can): KeySection[] {
  return [
    { title: t`Anywhere`, lines: commands.filter(({ keys }) => keys.length > 0) },
    ...KEY_AREAS.filter((area) => has(can, area)).map(({ title, keys }) => ({
      title,
      lines: merged(Object.values(keys)),
    })),
    usual,
  ];
}

function Section({ title, lines }: KeySection) {
  return (
    <table className={styles.table}>
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
    </table>
  );
}

/** All keys on one sheet. */
export function KeyboardHelp({ opened, onClose, commands, can }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Keys`}
      size={920}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div className={styles.sections}>
        {keySections(commands, can).map((section) => (
          <Section key={section.title} {...section} />
        ))}
      </div>
    </Modal>
  );
}

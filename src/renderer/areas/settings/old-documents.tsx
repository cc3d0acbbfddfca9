import { t } from '@lingui/core/macro';
import { LabelledCheckBox } from '../../ui/check-box.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FilePath } from '../../ui/file-path.tsx';
import { Note } from '../../ui/note.tsx';
import type { useSettings } from './use-settings.ts';

type Settings = ReturnType<typeof useSettings>;

/** Whether LibreOffice draws old Word and PowerPoint files here, and where it is. */
export function OldDocuments({ settings: { office, setOffice } }: { readonly settings: Settings }) {
  if (office.data === undefined) return null;
  const { place, used } = office.data;
  if (place === undefined) {
    return (
      <Note>{t`Kitbag reads old Word, PowerPoint and Excel files itself. With LibreOffice on this device, their pages are also drawn as LibreOffice shows them.`}</Note>
    );
  }
  return (
    <>
      <Facts>
        <dt>{t`LibreOffice`}</dt>
        <dd>
          <FilePath>{place}</FilePath>
        </dd>
      </Facts>
      <LabelledCheckBox
        label={t`Use LibreOffice for the pages of old Word and PowerPoint files`}
        checked={used}
        disabled={setOffice.isPending}
        onChange={(event) => setOffice.mutate(event.currentTarget.checked)}
      />
      <Note>{t`It also reads what Kitbag can’t. It works in the background, without macros, links or your LibreOffice settings.`}</Note>
    </>
  );
}

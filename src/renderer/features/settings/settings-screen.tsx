import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function SettingsScreen() {
  return (
    <Screen title="Settings" ready>
      Being built.
    </Screen>
  );
}

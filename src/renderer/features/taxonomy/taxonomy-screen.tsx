import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function TaxonomyScreen() {
  return (
    <Screen title="Taxonomy" ready>
      Being built.
    </Screen>
  );
}

import type { WithPeople } from '../people/with-people.ts';
import { PreferredLanguages } from './preferred-languages.ts';

/** Opens what this device knows of the languages that the person here prefers. Throws `StorageError`. */
export async function variantsPart({ ports }: Pick<WithPeople, 'ports'>) {
  return { languages: await PreferredLanguages.open(ports.home.local) };
}

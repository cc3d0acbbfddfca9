import { createFolderStore } from '../../../src/platform/object-store/folder-store.ts';
import { StoreError } from '../../../src/sync/hub/object-store.ts';

/** Puts one object again and again, each time whole in another letter, and prints each letter once it is acknowledged. */
const [root = '', key = '', size = '1000', count = 'Infinity'] = process.argv.slice(2);
const store = createFolderStore(root);
for (let number = 0; number < Number(count); number += 1) {
  const letter = String.fromCharCode(97 + (number % 26));
  try {
    await store.put(key, new TextEncoder().encode(letter.repeat(Number(size))));
    process.stdout.write(`${letter}\n`);
  } catch (error) {
    console.error(error instanceof StoreError ? error.failure : String(error));
    process.exit(1);
  }
}

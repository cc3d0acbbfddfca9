/** What every area and the app know without importing it: the shell on `window`, and where links may lead. */

import './base/shell.ts';
import './base/addresses.ts';

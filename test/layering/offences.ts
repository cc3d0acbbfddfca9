/**
 * A file that breaks the layering: where it would stand, what it imports, and who refuses it. References between
 * projects reach through (the command line knows the engine, which knows the domain), so a few imports that the
 * compiler can't tell apart are the linter's.
 */
export type Offence = {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  readonly refusedBy: 'compiler' | 'linter';
};

function refusedByCompiler(rule: string, file: string, text: string): Offence {
  return { rule, file, text: `${text}\n`, refusedBy: 'compiler' };
}

function refusedByLinter(rule: string, file: string, text: string): Offence {
  return { rule, file, text: `${text}\n`, refusedBy: 'linter' };
}

const readsFiles =
  "import { readFileSync } from 'node:fs';\nexport const text: string = readFileSync('x', 'utf8');";
const usesElectron = "import { app } from 'electron';\nexport const name: string = app.name;";

const usesDomain =
  "import { DEFAULT_STAGES } from '../domain/taxonomy/default-taxonomy.ts';\nexport const stages: unknown = DEFAULT_STAGES;";

// Each offence imports a module that no other one in its folder imports: the compiler names a module's first importer only.
const byCompiler: readonly Offence[] = [
  refusedByCompiler('shared reads no files', 'src/shared/offence-files.ts', readsFiles),
  refusedByCompiler(
    'shared knows no browser',
    'src/shared/offence-browser.ts',
    'export const title: string = document.title;',
  ),
  refusedByCompiler('domain reads no files', 'src/domain/offence-files.ts', readsFiles),
  refusedByCompiler(
    'domain knows no Node globals',
    'src/domain/offence-globals.ts',
    'export const id: number = process.pid;',
  ),
  refusedByCompiler('words reads no files', 'src/words/offence-files.ts', readsFiles),
  refusedByCompiler(
    'words knows no contract',
    'src/words/offence-contract.ts',
    "import { textStateSchema } from '../contract/common.ts';\nexport const schema: unknown = textStateSchema;",
  ),
  refusedByCompiler(
    'the engine says no sentence of the words',
    'src/engine/offence-words.ts',
    "import { textMessage } from '../words/texts.ts';\nexport const say: unknown = textMessage;",
  ),
  refusedByCompiler('sync reads no files', 'src/sync/offence-files.ts', readsFiles),
  refusedByCompiler(
    'sync knows no content type',
    'src/sync/offence-domain.ts',
    "import { DEFAULT_STAGES } from '../domain/taxonomy/default-taxonomy.ts';\nexport const stages: unknown = DEFAULT_STAGES;",
  ),
  refusedByCompiler('the engine reads no files', 'src/engine/offence-files.ts', readsFiles),
  refusedByCompiler('the engine knows no Electron', 'src/engine/offence-electron.ts', usesElectron),
  refusedByCompiler(
    'the engine knows no Electron, not even its types',
    'src/engine/offence-electron-types.ts',
    "import type { App } from 'electron';\nexport type Application = App;",
  ),
  refusedByCompiler(
    'the engine knows no adapter',
    'src/engine/offence-platform.ts',
    "import { blobPath } from '../platform/blobs/blob-path.ts';\nexport const path: unknown = blobPath;",
  ),
  refusedByCompiler(
    'the engine knows no composition',
    'src/engine/offence-node.ts',
    "import { dataFolder } from '../node/data-folder.ts';\nexport const folder: unknown = dataFolder;",
  ),
  refusedByCompiler(
    'a port knows no use case',
    'src/engine/ports/offence-use-case.ts',
    "import { Refusal } from '../refusal.ts';\nexport const refusal: unknown = Refusal;",
  ),
  refusedByCompiler(
    'an adapter knows the engine’s ports, not the engine',
    'src/platform/offence-engine.ts',
    "import { createEngine } from '../engine/create-engine.ts';\nexport const create: unknown = createEngine;",
  ),
  refusedByCompiler(
    'an adapter knows no composition',
    'src/platform/offence-node.ts',
    "import { openEngine } from '../node/open-engine.ts';\nexport const open: unknown = openEngine;",
  ),
  refusedByCompiler('composition knows no Electron', 'src/node/offence-electron.ts', usesElectron),
  refusedByCompiler('an adapter knows no Electron', 'src/platform/offence-electron.ts', usesElectron),
  refusedByCompiler(
    'the window does not import the engine',
    'src/renderer/base/offence-engine.ts',
    "import * as extractor from '../../engine/ports/extractor.ts';\nexport const keys: string[] = Object.keys(extractor);",
  ),
  refusedByCompiler(
    'the window does not import the engine’s types',
    'src/renderer/base/offence-engine-types.ts',
    "import type * as blobs from '../../engine/ports/blobs.ts';\nexport type Blobs = typeof blobs;",
  ),
  refusedByCompiler(
    'the window does not import the engine later either',
    'src/renderer/base/offence-engine-dynamic.ts',
    "export const later: Promise<object> = import('../../engine/ports/files.ts');",
  ),
  refusedByCompiler('the contract does not import the domain', 'src/contract/offence-domain.ts', usesDomain),
  refusedByCompiler(
    'the window does not import the domain',
    'src/renderer/base/offence-domain.ts',
    usesDomain.replace('../', '../../'),
  ),
  refusedByCompiler('preload does not import the domain', 'src/preload/offence-domain.ts', usesDomain),
  refusedByCompiler('an adapter does not import the domain', 'src/platform/offence-domain.ts', usesDomain),
  refusedByCompiler('the window reads no files', 'src/renderer/base/offence-files.ts', readsFiles),
  refusedByCompiler('the window knows no Electron', 'src/renderer/base/offence-electron.ts', usesElectron),
  refusedByCompiler(
    'a leaf of the window knows no client',
    'src/renderer/ui/offence-base.ts',
    "import { engine } from '../base/engine-client.ts';\nexport const client: unknown = engine;",
  ),
  refusedByCompiler(
    'what areas stand on knows no area',
    'src/renderer/base/offence-area.ts',
    "import { recordViewed } from '../areas/gate/record-use.ts';\nexport const record: unknown = recordViewed;",
  ),
  refusedByCompiler(
    'an area knows no area that it does not name',
    'src/renderer/areas/publish/offence-area.ts',
    "import { SyncDot } from '../hub/sync/sync-dot.tsx';\nexport const dot: unknown = SyncDot;",
  ),
  refusedByCompiler(
    'an area does not know what is made of the areas',
    'src/renderer/areas/hub/offence-app.ts',
    "import { router } from '../../app/router.tsx';\nexport const all: unknown = router;",
  ),
  refusedByCompiler(
    'a link leads to an address that there is',
    'src/renderer/areas/home/offence-link.tsx',
    'import { Link } from \'@tanstack/react-router\';\nexport const link = <Link to="/nowhere">Nowhere</Link>;',
  ),
  refusedByCompiler(
    'preload does not import the engine',
    'src/preload/offence-engine.ts',
    "import type * as extractor from '../engine/ports/extractor.ts';\nexport type Extractor = typeof extractor;",
  ),
  refusedByCompiler(
    'the command line does not import the window’s shell',
    'src/cli/offence-main.ts',
    "import { planRestart } from '../main/host/restart-policy.ts';\nexport const plan: object = planRestart([], 0);",
  ),
];

const byLinter: readonly Offence[] = [
  refusedByLinter('the shell does not import the domain', 'src/main/offence-domain.ts', usesDomain),
  refusedByLinter('the command line does not import the domain', 'src/cli/offence-domain.ts', usesDomain),
  refusedByLinter(
    'the shell reaches the engine through the composition only',
    'src/main/shell/offence-engine.ts',
    "import type { Engine } from '../../engine/engine.ts';\nexport type Whole = Engine;",
  ),
  refusedByLinter(
    'the shell reaches adapters through the composition only',
    'src/main/offence-platform.ts',
    "import { blobPath } from '../platform/blobs/blob-path.ts';\nexport const path: unknown = blobPath;",
  ),
  refusedByLinter(
    'the command line reaches the engine through the composition only',
    'src/cli/commands/offence-engine.ts',
    "import type { Engine } from '../../engine/engine.ts';\nexport type Whole = Engine;",
  ),
  refusedByLinter(
    'the command line reaches adapters through the composition only',
    'src/cli/offence-platform.ts',
    "import { blobPath } from '../platform/blobs/blob-path.ts';\nexport const path: unknown = blobPath;",
  ),
];

/** One file for each thing that the layering forbids. */
export const offences: readonly Offence[] = [...byCompiler, ...byLinter];

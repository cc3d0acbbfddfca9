import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Setting = readonly [
  path: string,
  name: string,
  type: 'xs:boolean' | 'xs:int' | 'xs:string',
  value: string,
];

const SCRIPTS = '/org.openoffice.Office.Common/Security/Scripting';
const PROXY = '/org.openoffice.Inet/Settings';
/** Nobody listens there: whatever asks for the network is told so at once. */
const NOWHERE = ['127.0.0.1', '9'] as const;

/**
 * What LibreOffice may do with a document that nobody trusts: no macro runs, nothing that a document links to (files of this device,
 * addresses) is fetched, the network leads nowhere, no Java, no update. Names of officecfg's schemas (`registry/schema/org/openoffice`).
 */
const SETTINGS: readonly Setting[] = [
  [SCRIPTS, 'MacroSecurityLevel', 'xs:int', '3'],
  [SCRIPTS, 'DisableMacrosExecution', 'xs:boolean', 'true'],
  [SCRIPTS, 'BlockUntrustedRefererLinks', 'xs:boolean', 'true'],
  [SCRIPTS, 'DisableActiveContent', 'xs:boolean', 'true'],
  ['/org.openoffice.Office.Common/Load', 'UpdateDocMode', 'xs:int', '0'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', 'xs:int', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', 'xs:int', '1'],
  [PROXY, 'ooInetProxyType', 'xs:int', '2'],
  ...(['HTTP', 'HTTPS', 'FTP'] as const).flatMap((kind): Setting[] => [
    [PROXY, `ooInet${kind}ProxyName`, 'xs:string', NOWHERE[0]],
    [PROXY, `ooInet${kind}ProxyPort`, 'xs:int', NOWHERE[1]],
  ]),
  ['/org.openoffice.Office.Java/VirtualMachine', 'Enable', 'xs:boolean', 'false'],
  ['/org.openoffice.Setup/Office', 'ooSetupInstCompleted', 'xs:boolean', 'true'],
];

/** Writes a profile of LibreOffice's into a folder: its own, thrown away after one document. */
export async function writeProfile(folder: string): Promise<void> {
  const items = SETTINGS.map(
    ([path, name, type, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse" oor:type="${type}"><value>${value}</value></prop></item>`,
  );
  const names =
    'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  await mkdir(join(folder, 'user'), { recursive: true });
  await writeFile(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items ${names}>${items.join('\n')}</oor:items>\n`,
  );
}

import type { ExplainedField } from '../../contract/history.ts';
import type { AssetAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import { isAssetField } from '../../shared/vocabulary/asset-fields.ts';
import { nameOfDevice } from '../../words/devices.ts';
import { fieldValue } from '../../words/fields.ts';
import type { Command } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';

/** Which events give each field of an asset its value. */
export const explain: Command = {
  name: 'explain',
  usage: 'explain ASSET',
  does: 'which events give each field of an asset its value',
  options: {},
  check: (args) => (args.positionals.length === 0 ? 'Say which asset: kitbag explain ASSET.' : undefined),
  run: async (context) => {
    const { client, output, args } = context;
    const asset = findAsset(context, args.positionals.join(' '));
    const explained = await client.history.explain({ asset });
    const fields = explained.fields.map(inWords);
    output.result({ asset, fields }, () =>
      output.table(
        ['Field', 'Value', 'Who', 'Device', 'When', 'Event'],
        fields.map((field) => [
          field.field,
          field.text.length > 60 ? `${field.text.slice(0, 59)}…` : field.text,
          field.who,
          field.deviceName,
          new Date(field.when).toISOString().slice(0, 16).replace('T', ' '),
          shortEvent(field.event),
        ]),
      ),
    );
    return EXIT.done;
  },
};

/** With what people read of it. */
function inWords({
  field,
  value,
  parts,
  draft,
  dimension,
  who = 'unknown',
  device,
  deviceName,
  ...rest
}: ExplainedField) {
  const text = isAssetField(field)
    ? fieldValue(dimension === undefined ? (field as AssetAttribute) : { dimension }, parts ?? [])
    : textOf(field, parts?.[0], draft);
  return { field, value, text, who, device, deviceName: nameOfDevice({ device, deviceName }), ...rest };
}

function textOf(field: string, fileName: string | undefined, draft: boolean | undefined): string {
  if (fileName === undefined) return field === 'added' ? 'Added' : 'Verified';
  return draft === true ? `${fileName} (draft)` : fileName;
}

/** `<device>/catalog/<seq>` with the beginning of the device's id: enough to find it. */
function shortEvent(event: string | undefined): string {
  const [device, stream, seq] = event?.split('/') ?? [];
  return device === undefined ? '' : `${device.slice(0, 8)}/${stream}/${seq}`;
}

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
    const { fields } = await client.history.explain({ asset });
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

/** `<device>/catalog/<seq>` with the beginning of the device's id: enough to find it. */
function shortEvent(event: string | undefined): string {
  const [device, stream, seq] = event?.split('/') ?? [];
  return device === undefined ? '' : `${device.slice(0, 8)}/${stream}/${seq}`;
}

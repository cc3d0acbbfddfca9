import { t } from '@lingui/core/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { say } from '../../../words/say.ts';
import { SequenceBar } from '../../ui/sequence-bar.tsx';
import { addressOf } from './pack-address.ts';
import { useCall } from './use-calls.ts';

const route = getRouteApi('/asset/$assetId');

/** The bar where the address names a call; nothing else. */
export function ReadInCall({ asset }: { readonly asset: string }) {
  const { call } = route.useSearch();
  return call === undefined ? null : <CallBar callId={call} asset={asset} />;
}

type Props = { readonly callId: string; readonly asset: string };

/** Above a document that is read as part of a call’s pack. */
function CallBar({ callId, asset }: Props) {
  const call = useCall(callId).data;
  const navigate = useNavigate();
  const items = (call?.pack ?? []).filter((item) => item.asset !== null);
  const at = items.findIndex((item) => item.asset?.id === asset);
  const open = (index: number): (() => void) | null => {
    const item = items[index];
    // In place: Back leads to where one came from, not through every document.
    return item === undefined ? null : () => void navigate({ ...addressOf(callId, item), replace: true });
  };
  if (call === undefined || at < 0) return null;
  const why = items[at]?.why;
  return (
    <SequenceBar
      label={t`Call`}
      at={at}
      count={items.length}
      next={open(at + 1)}
      previous={open(at - 1)}
      about={why === undefined ? '' : say(why)}
    >
      <Link to="/calls/$callId" params={{ callId }}>
        {call.title}
      </Link>
    </SequenceBar>
  );
}

import { t } from '@lingui/core/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { RequestInput } from '../../../contract/requests.ts';
import type { CallContext } from '../../../contract/search.ts';
import { parseAmount } from '../../../shared/amount.ts';
import { dimensionValues, withDimensions } from '../../../shared/dimension-values.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { readRemembered, writeRemembered } from '../../base/remembered.ts';
import { showError } from '../../base/undo-toast.ts';
import { describeError, type WireProblem } from '../../base/wire-error.ts';
import { whyNoDealValue } from './deal-value-words.ts';
import type { RequestDraft } from './request-drawer-state.ts';

const draftKey = 'request-draft';
const draftSchema = withDimensions(
  z.object({
    title: z.string(),
    need: z.string(),
    why: z.string(),
    stage: z.string().nullable(),
    persona: z.string().nullable(),
    type: z.string().nullable(),
    neededBy: z.string().nullable(),
    /** As it was typed. */
    dealValue: z.string(),
  }),
);

/** What the drawer's fields hold. */
export type Ask = z.infer<typeof draftSchema>;

const blank: Ask = {
  title: '',
  need: '',
  why: '',
  stage: null,
  persona: null,
  type: null,
  neededBy: null,
  dealValue: '',
};

/** True when somebody typed something that would be a pity to lose. */
function holdsWords(ask: Ask): boolean {
  return ask.title.trim() !== '' || ask.need.trim() !== '' || ask.why.trim() !== '';
}

function inputOf(ask: Ask): RequestInput {
  const deal = parseAmount(ask.dealValue);
  return {
    ...dimensionValues(ask),
    title: ask.title.trim(),
    need: ask.need.trim(),
    ...(ask.why.trim() === '' ? {} : { why: ask.why.trim() }),
    ...(ask.stage === null ? {} : { stage: ask.stage }),
    ...(ask.persona === null ? {} : { persona: ask.persona }),
    ...(ask.type === null ? {} : { type: ask.type }),
    ...(ask.neededBy === null ? {} : { neededBy: ask.neededBy }),
    ...(deal.read === 'amount' ? { dealValue: deal.amount } : {}),
  };
}

function invalid(field: keyof Ask, message: string): WireProblem {
  return { code: 'INVALID', message, retry: false, field };
}

/** What the drawer is filled in with where nothing was typed before. */
function freshAsk(prefill: RequestDraft, context: CallContext): Ask {
  return {
    ...blank,
    ...dimensionValues(prefill),
    title: prefill.title ?? '',
    need: prefill.need ?? '',
    stage: prefill.stage ?? context.stage ?? null,
    persona: prefill.persona ?? context.persona ?? null,
    type: prefill.type ?? null,
  };
}

/** The form of the drawer: filled in from where it was opened, kept when it is closed by accident. */
export function useAsk(prefill: RequestDraft, onDone: () => void) {
  const [context] = useCallContext();
  const fresh = freshAsk(prefill, context);
  const [kept] = useState(() => readRemembered(draftKey, draftSchema, blank));
  // Words that were typed before come back, unless the drawer was opened for something in particular.
  const restores =
    holdsWords(kept) &&
    prefill.title === undefined &&
    prefill.need === undefined &&
    prefill.stage === undefined;
  const [ask, setAsk] = useState<Ask>(restores ? kept : fresh);
  const [restored, setRestored] = useState(restores);
  const [problem, setProblem] = useState<WireProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();

  const change = (set: Partial<Ask>) => {
    const next = { ...ask, ...set };
    setAsk(next);
    setProblem(null);
    writeRemembered(draftKey, next);
  };
  const startAnew = () => {
    setRestored(false);
    setAsk(fresh);
    writeRemembered(draftKey, blank);
  };
  const submit = async () => {
    if (ask.title.trim() === '') {
      setProblem(invalid('title', t`Say in a few words what is needed.`));
      return;
    }
    const deal = parseAmount(ask.dealValue);
    if (deal.read === 'unclear') {
      setProblem(invalid('dealValue', whyNoDealValue(deal.why, ask.dealValue)));
      return;
    }
    setBusy(true);
    try {
      const made = await engine.requests.make(inputOf(ask));
      writeRemembered(draftKey, blank);
      onDone();
      void navigate({ to: '/requests/$requestId', params: { requestId: made.id } });
    } catch (error) {
      setProblem(describeError(error));
    } finally {
      setBusy(false);
    }
  };
  const meToo = async (request: string, dealValue: number | null) => {
    try {
      const { undo } = await engine.requests.vote({
        request,
        ...(dealValue === null ? {} : { dealValue }),
      });
      writeRemembered(draftKey, blank);
      onDone();
      showChanged({ message: t`Vote added. The answer will appear under Requests.`, undo });
    } catch (error) {
      showError(error);
    }
  };
  return { ask, change, restored, startAnew, submit, meToo, busy, problem };
}

/** Assets and open requests that look like what is being typed; the newest words win. */
export function useSimilar(title: string, need: string) {
  const [words] = useDebouncedValue(title.trim(), 150);
  const [more] = useDebouncedValue(need.trim(), 400);
  const enabled = words.length >= 3;
  const { data } = useQuery(
    orpc.requests.similar.queryOptions({
      input: { title: words, ...(more === '' ? {} : { need: more }) },
      enabled,
      placeholderData: keepPreviousData,
    }),
  );
  return enabled && data ? data : { assets: [], requests: [] };
}

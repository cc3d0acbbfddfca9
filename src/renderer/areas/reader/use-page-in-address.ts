import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useStore } from '../../base/store.ts';
import type { DocumentModel } from './document/document-model.ts';

const pause = 300;

/** Keeps the page in the address, so that back, forward and a restart land on it; follows the address where it changes. */
export function usePageInAddress(model: DocumentModel, inAddress: number | undefined): void {
  const navigate = useNavigate();
  const { page, phase, pageCount } = useStore(model.state);
  const written = useRef(inAddress);

  useEffect(() => {
    if (phase !== 'ready' || pageCount < 2 || page === (written.current ?? 1)) return;
    const timer = setTimeout(() => {
      written.current = page;
      void navigate({ to: '.', search: (now: object) => ({ ...now, page }), replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [page, phase, pageCount, navigate]);

  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    model.controls.get()?.goToPage(inAddress ?? 1);
  }, [inAddress, model]);
}

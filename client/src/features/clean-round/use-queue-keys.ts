import { useEffect, useRef } from 'react';

import { type KeyAction, toKeyAction } from './to-key-action.js';

/** Listens for the keys of the queue anywhere on the page, as long as the queue is shown. */
export function useQueueKeys(busy: boolean, onAction: (action: KeyAction) => void): void {
  const latest = useRef({ busy, onAction });
  useEffect(() => {
    latest.current = { busy, onAction };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { key, repeat, ctrlKey, metaKey, altKey } = event;
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      const isAsked = document.querySelector('dialog[open]') !== null;
      const action = toKeyAction({
        key,
        repeat,
        ctrlKey,
        metaKey,
        altKey,
        typing,
        busy: latest.current.busy || isAsked,
      });
      if (action === undefined) return;
      event.preventDefault();
      latest.current.onAction(action);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

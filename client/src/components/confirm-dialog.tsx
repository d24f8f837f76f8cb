import { type ReactNode, useEffect, useRef } from 'react';

interface ConfirmDialogProps {
  readonly heading: string;
  /** What happens when it is confirmed. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that is hard to take back: a modal of the browser's own, which keeps the focus; Escape closes it. */
export function ConfirmDialog({
  heading,
  children,
  confirm,
  busy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog className="la-dialog" ref={dialog} aria-labelledby="confirm-heading" onClose={onClose}>
      <h2 id="confirm-heading">{heading}</h2>
      {children}
      <div className="la-dialog__actions">
        <button
          type="button"
          className="nhsuk-button"
          aria-disabled={busy}
          onClick={() => !busy && onConfirm()}
        >
          {confirm}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onClose}>
          No, go back
        </button>
      </div>
    </dialog>
  );
}

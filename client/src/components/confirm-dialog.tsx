import { type ReactNode, useEffect, useId, useRef } from 'react';

interface ConfirmDialogProps {
  readonly heading: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question before something is done: a modal dialog of the browser's own, which keeps the focus; Escape closes it. */
export function ConfirmDialog({ heading, action, busy, onConfirm, onClose, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog className="la-dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onConfirm();
        }}
      >
        <h2 id={id}>{heading}</h2>
        {children}
        <div className="la-dialog__actions">
          <button type="submit" className="nhsuk-button" aria-disabled={busy}>
            {action}
          </button>
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onClose}>
            No, go back
          </button>
        </div>
      </form>
    </dialog>
  );
}

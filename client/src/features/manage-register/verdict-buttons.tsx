import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';

import { ProblemList } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';

interface VerdictButtonsProps {
  /** What the buttons are about, for who hears them one by one. */
  readonly about: string;
  readonly accept: string;
  /** Whether the reason goes to somebody. */
  readonly reasonHint: string;
  /** Gives what stopped it; [] = done. */
  readonly onDecide: (accepted: boolean, reason: string) => Promise<readonly Problem[]>;
}

/** Accept, or decline with a reason. */
export function VerdictButtons({ about, accept, reasonHint, onDecide }: VerdictButtonsProps) {
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const decide = async (accepted: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblems(await onDecide(accepted, accepted ? '' : reason));
    setBusy(false);
  };
  return (
    <>
      <ProblemList heading="Nothing was decided" problems={problems} />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small"
        aria-disabled={busy}
        onClick={() => void decide(true)}
      >
        {accept}
        <span className="nhsuk-u-visually-hidden">: {about}</span>
      </button>
      <TextField
        label={`Why it is declined: ${about}`}
        hint={reasonHint}
        value={reason}
        maxLength={500}
        onChange={setReason}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        aria-disabled={busy}
        onClick={() => void decide(false)}
      >
        Decline<span className="nhsuk-u-visually-hidden">: {about}</span>
      </button>
    </>
  );
}

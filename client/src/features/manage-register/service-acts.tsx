import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Details } from '../../components/details.js';
import { ProblemList } from '../../components/problem-list.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  closeServiceMutation,
  confirmServiceMutation,
  type EditedService,
} from './manage-register.graphql.js';
import { emptyStamp } from './service-draft.js';
import { StampFields } from './stamp-fields.js';

interface ServiceActsProps {
  readonly service: EditedService;
  readonly onDone: (what: string) => void;
}

/** Confirms that everything known is still so, or closes the service. */
export function ServiceActs({ service, onDone }: ServiceActsProps) {
  const { id, revision, name, status, knownFacts, fadedFacts } = service;
  const [stamp, setStamp] = useState(() => emptyStamp(new Date().toISOString().slice(0, 10)));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [closing, setClosing] = useState(false);
  const [confirming, confirm] = useMutation(confirmServiceMutation);
  const [ending, end] = useMutation(closeServiceMutation);
  const busy = confirming.fetching || ending.fetching;
  const input = { id, expectedRevision: revision, stamp };

  const confirmAll = async () => {
    if (busy) return;
    const { data, error } = await confirm({ input: { ...input, facts: [] } });
    const outcome = data?.confirmService;
    if (outcome?.__typename === 'RegisterService') onDone(`${name}: confirmed.`);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  const close = async () => {
    if (busy) return;
    const { data, error } = await end({ input });
    const outcome = data?.closeService;
    setClosing(false);
    if (outcome?.__typename === 'RegisterService') onDone(`${name}: closed. The history can bring it back.`);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <Details summary="It is still so, or the service has ended">
      <ProblemList heading="Nothing was stored" problems={problems} />
      <p>
        {knownFacts} facts are known; {fadedFacts} of them have faded. Confirming gives each the day and the
        source below. What is not known stays not known.
      </p>
      <StampFields stamp={stamp} problems={problems} onChange={setStamp} />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small"
        aria-disabled={busy}
        onClick={() => void confirmAll()}
      >
        Confirm every known fact
      </button>{' '}
      {status !== 'closed' && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-disabled={busy}
          onClick={() => setClosing(true)}
        >
          Close the service
        </button>
      )}
      {closing && (
        <ConfirmDialog
          heading={`Close ${name}?`}
          action="Close the service"
          busy={busy}
          onConfirm={() => void close()}
          onClose={() => setClosing(false)}
        >
          <p>Everybody will see that it has ended. It stays in the register and can be brought back.</p>
        </ConfirmDialog>
      )}
    </Details>
  );
}

import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { countOf, formatMoment } from '../../lib/format.js';
import {
  setSignOffsMutation,
  type ShownDesk,
  signOffReleaseMutation,
  takeSignOffBackMutation,
} from './release-desk.graphql.js';
import type { DeskOutcome } from './use-desk.js';

interface SignOffsProps {
  readonly desk: ShownDesk;
  readonly isSynthetic: boolean;
  readonly outcome: DeskOutcome;
}

const MOST = 5;

/** Who has said that the freeze may be published, and how many have to. */
export function SignOffs({ desk, isSynthetic, outcome }: SignOffsProps) {
  const { roundId, freezeNumber, freezeSha256, signOffs, signOffsRequired } = desk;
  const [, sign] = useMutation(signOffReleaseMutation);
  const [, set] = useMutation(setSignOffsMutation);
  const [, takeBack] = useMutation(takeSignOffBackMutation);
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const confirm = async () => {
    await outcome.send(takeBack({ roundId, reason }), 'Your sign-off is taken back.');
    setAsked(false);
  };
  const hasSigned = signOffs.some(({ isOwn }) => isOwn);
  const least = isSynthetic ? 0 : 1;
  const numbers = Array.from({ length: MOST - least + 1 }, (_, at) => String(at + least));
  return (
    <section aria-labelledby="sign-offs-heading">
      <h2 id="sign-offs-heading">Sign-offs</h2>
      <p>
        {neededWords(signOffsRequired)} The release says how many there were and in which roles; names stay in
        the team.
      </p>
      <SelectField
        label="Sign-offs that are needed"
        value={String(signOffsRequired)}
        choices={numbers.map((value) => ({ value, label: value }))}
        onChange={(value) =>
          void outcome.send(
            set({ roundId, required: Number(value) }),
            `Releases of this round now need ${countOf(Number(value), 'sign-off')}.`,
          )
        }
      />
      {freezeNumber === null ? (
        <p>There is nothing to sign off: the round is not frozen.</p>
      ) : signOffs.length === 0 ? (
        <p>Nobody has signed off freeze {freezeNumber}.</p>
      ) : (
        <DataTable
          caption={`Sign-offs of freeze ${freezeNumber}`}
          keyOf={({ name, at }) => `${name} ${at}`}
          rows={signOffs}
          columns={[
            {
              id: 'name',
              heading: 'Name',
              names: true,
              cell: ({ name, isOwn }) => (isOwn ? `${name} (you)` : name),
            },
            { id: 'role', heading: 'Role', cell: ({ role }) => role.replace('_', ' ') },
            { id: 'at', heading: 'Signed off', cell: ({ at }) => formatMoment(at) },
          ]}
        />
      )}
      {freezeNumber !== null && !hasSigned && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary la-no-print"
          aria-disabled={outcome.busy}
          onClick={() =>
            !outcome.busy &&
            void outcome.send(sign({ roundId, freezeSha256 }), `You have signed off freeze ${freezeNumber}.`)
          }
        >
          Sign off freeze {freezeNumber}: it may be published
        </button>
      )}
      {hasSigned && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary la-no-print"
          onClick={() => {
            setReason('');
            setAsked(true);
          }}
        >
          Take your sign-off back
        </button>
      )}
      {asked && (
        <ConfirmDialog
          heading={`Take your sign-off of freeze ${freezeNumber} back?`}
          action="Yes, take it back"
          busy={outcome.busy}
          onConfirm={() => void confirm()}
          onClose={() => setAsked(false)}
        >
          <p>
            It counts no more. As long as no release stands on this freeze you can sign it off again. The
            reason stays in the history of the round.
          </p>
          <TextArea label="Why" rows={3} maxLength={500} value={reason} onChange={setReason} />
        </ConfirmDialog>
      )}
    </section>
  );
}

/** How many have to sign, as a sentence. */
const neededWords = (required: number): string =>
  required === 0
    ? 'A release of this round needs no sign-off.'
    : required === 1
      ? 'A release that stands on a freeze needs 1 sign-off, by somebody other than the person who publishes.'
      : `A release that stands on a freeze needs ${required} sign-offs, all by people other than the one who publishes.`;

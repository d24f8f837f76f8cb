import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';

import { TextArea } from '../../components/text-area.js';
import { formatMoment } from '../../lib/format.js';
import { settleObjectionMutation, type ShownDesk } from './release-desk.graphql.js';
import type { DeskOutcome } from './use-desk.js';

interface ObjectionsProps {
  readonly desk: ShownDesk;
  readonly outcome: DeskOutcome;
  readonly cleaningPath: string;
}

/** What hospitals say is wrong, and what became of it. */
export function Objections({ desk: { roundId, objections }, outcome, cleaningPath }: ObjectionsProps) {
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="objections-heading">
      <h2 id="objections-heading">Objections</h2>
      <p>
        They wait in the <Link to={`${cleaningPath}?kind=site_objection`}>cleaning queue</Link>. What is
        corrected there makes the next freeze, and hospitals then see the corrected row.
      </p>
      {objections.map((objection) => (
        <div key={objection.id} className="nhsuk-card">
          <div className="nhsuk-card__content">
            <h3>{objection.hospital}</h3>
            <blockquote className="la-comment">{objection.words}</blockquote>
            <p>Said {formatMoment(objection.at)}.</p>
            {objection.settledAt === null ? (
              <Settle roundId={roundId} objection={objection} outcome={outcome} />
            ) : (
              <p>
                Dealt with {formatMoment(objection.settledAt)}: {objection.settledNote}
              </p>
            )}
          </div>
        </div>
      ))}
    </section>
  );
}

interface SettleProps {
  readonly roundId: string;
  readonly objection: ShownDesk['objections'][number];
  readonly outcome: DeskOutcome;
}

function Settle({ roundId, objection: { id, hospital }, outcome }: SettleProps) {
  const [note, setNote] = useState('');
  const [, settle] = useMutation(settleObjectionMutation);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!outcome.busy)
          void outcome.send(settle({ roundId, id, note }), `The objection of ${hospital} is dealt with.`);
      }}
    >
      <TextArea
        label={`What became of the objection of ${hospital}`}
        hint="What was corrected, or why the answer stays. Only the team reads it."
        rows={3}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <button type="submit" className="nhsuk-button nhsuk-button--secondary" aria-disabled={outcome.busy}>
        Dealt with<span className="nhsuk-u-visually-hidden">: {hospital}</span>
      </button>
    </form>
  );
}

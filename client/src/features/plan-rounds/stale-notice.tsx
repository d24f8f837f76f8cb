import { useEffect, useRef } from 'react';

import { DataTable } from '../../components/data-table.js';
import { fieldWords, valueWords } from './plan-words.js';

/** A field that somebody else stores otherwise. */
export interface PlanDifference {
  readonly field: string;
  readonly stored: string;
  readonly sent: string;
}

interface StaleNoticeProps {
  readonly differences: readonly PlanDifference[];
  readonly onTakeStored: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody saved in between: both versions, and nothing is overwritten without a choice. */
export function StaleNotice({ differences, onTakeStored, onKeepMine }: StaleNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="nhsuk-card nhsuk-card--warning la-measure" role="alert">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading" tabIndex={-1} ref={heading}>
          <span className="nhsuk-u-visually-hidden">Important: </span>
          Somebody else has changed this round
        </h2>
        <p>Nothing of yours was stored, and nothing of theirs is lost.</p>
        {differences.length === 0 ? (
          <p>The plans are the same; the round has gone on to another state.</p>
        ) : (
          <DataTable
            caption="Where the two differ"
            columns={[
              {
                id: 'field',
                heading: 'Field',
                names: true,
                cell: ({ field }: PlanDifference) => fieldWords(field),
              },
              {
                id: 'stored',
                heading: 'Stored now',
                cell: ({ field, stored }: PlanDifference) => valueWords(field, stored),
              },
              {
                id: 'sent',
                heading: 'Yours',
                cell: ({ field, sent }: PlanDifference) => valueWords(field, sent),
              },
            ]}
            rows={differences}
            keyOf={({ field }) => field}
          />
        )}
        <div className="la-dialog__actions">
          <button type="button" className="nhsuk-button" onClick={onTakeStored}>
            Take what is stored
          </button>
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onKeepMine}>
            Keep mine in the form
          </button>
        </div>
      </div>
    </div>
  );
}

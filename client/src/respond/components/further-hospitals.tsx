import type { SpeaksFor } from '@liaison-atlas/shared/fieldwork/respond-page';

/** The further hospitals that a form speaks for, and where to choose them. Shows nothing where there is neither. */
export function FurtherHospitals({ speaksFor }: { readonly speaksFor: SpeaksFor }) {
  const { further, changeHref } = speaksFor;
  if (further.length === 0 && changeHref === '') return null;
  return (
    <dl className="nhsuk-summary-list">
      <div className="nhsuk-summary-list__row">
        <dt className="nhsuk-summary-list__key">Further hospitals that these answers stand for</dt>
        <dd className="nhsuk-summary-list__value">
          {further.length === 0 ? 'None' : further.map((name) => <div key={name}>{name}</div>)}
        </dd>
        {changeHref && (
          <dd className="nhsuk-summary-list__actions">
            <a href={changeHref}>
              {further.length === 0 ? 'Add' : 'Change'}
              <span className="nhsuk-u-visually-hidden"> further hospitals</span>
            </a>
          </dd>
        )}
      </div>
    </dl>
  );
}

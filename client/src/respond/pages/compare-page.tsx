import type { CompareModel } from '@liaison-atlas/shared/fieldwork/respond-page';

/** How the hospital stood in the last release. Nothing of the open round but how many have answered. */
export function ComparePage({ model }: { readonly model: CompareModel }) {
  const { last, why, replies } = model;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        How your hospital compares with the last release
        {model.hospitalName && <span className="nhsuk-caption-l">{model.hospitalName}</span>}
      </h1>
      {last && (
        <>
          <h2 className="nhsuk-heading-m">{last.roundTitle}</h2>
          <dl className="nhsuk-summary-list">
            <div className="nhsuk-summary-list__row">
              <dt className="nhsuk-summary-list__key">Your hospital then</dt>
              <dd className="nhsuk-summary-list__value">{last.own}</dd>
            </div>
            {last.figures.map(({ title, words, note }) => (
              <div className="nhsuk-summary-list__row" key={title}>
                <dt className="nhsuk-summary-list__key">{title}</dt>
                <dd className="nhsuk-summary-list__value">
                  {words}
                  {note && <div className="nhsuk-hint">{note}</div>}
                </dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={last.href}>Everything that was released of {last.roundTitle}</a>
          </p>
        </>
      )}
      {why && (
        <div className="nhsuk-inset-text">
          <p>{why}</p>
        </div>
      )}
      <h2 className="nhsuk-heading-m">This round so far</h2>
      {replies && <p>{replies}</p>}
      <p>
        What other hospitals have answered is shown to nobody before it is released, so that early answers do
        not steer later ones.
      </p>
    </>
  );
}

import { SOURCE_CONFLICTS } from '@liaison-atlas/shared/commissioning/source-conflicts';
import { SOURCE_DOCUMENTS, sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';

import { DataTable } from '../../components/data-table.js';

/** The documents behind estimates, standards, lists and case studies, and where they contradict each other. */
export function SourcesAndConflicts() {
  return (
    <>
      <section aria-labelledby="documents-heading">
        <h2 id="documents-heading">Documents that are quoted</h2>
        <p>
          A source such as “001:565-567” names a document of this list and its lines in the plain text from
          which the atlas was made.
        </p>
        <DataTable
          caption="Documents by their number"
          columns={[
            { id: 'id', heading: 'Number', names: true, cell: ({ id }) => id },
            { id: 'title', heading: 'Title', cell: ({ title }) => title },
            { id: 'publisher', heading: 'From', cell: ({ publisher }) => publisher },
            { id: 'year', heading: 'Year', cell: ({ year }) => year },
          ]}
          rows={SOURCE_DOCUMENTS}
          keyOf={({ id }) => id}
        />
      </section>
      <section aria-labelledby="conflicts-heading">
        <h2 id="conflicts-heading">Where the documents disagree</h2>
        <p>Nothing is smoothed over: this is what they say, and what is taken here.</p>
        <dl className="nhsuk-summary-list">
          {SOURCE_CONFLICTS.map(({ id, title, says, taken, source }) => (
            <div className="nhsuk-summary-list__row" key={id} id={`conflict-${id}`}>
              <dt className="nhsuk-summary-list__key">{title}</dt>
              <dd className="nhsuk-summary-list__value">
                <p>{says}</p>
                <p>
                  <strong>Taken here:</strong> {taken}
                </p>
                <p className="la-source">{sourceWords(source)}</p>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

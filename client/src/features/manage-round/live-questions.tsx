import type { ResultOf } from 'gql.tada';

import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { formatCount } from '../../lib/format.js';
import type { liveRoundQuery } from './manage-round.graphql.js';

type Shown = ResultOf<typeof liveRoundQuery>['liveRound']['questions'];

/** Every closed question of the round as it stands, whatever the questionnaire. Units are hospitals. */
export function LiveQuestions({ questions }: { readonly questions: Shown }) {
  if (questions.length === 0) return null;
  return (
    <>
      <h2>Every closed question</h2>
      <p>
        Counts of hospitals. Hospitals that are silent, were not asked or disagree within themselves count as
        not known, never as another answer.
      </p>
      {questions.map(({ variable, text, options }) => (
        <Details key={variable} summary={text}>
          <DataTable
            caption={text}
            columns={[
              { id: 'label', heading: 'Answer', names: true, cell: ({ label }) => label },
              { id: 'yes', heading: 'Hospitals', numeric: true, cell: ({ yes }) => formatCount(yes) },
              {
                id: 'dk',
                heading: 'Don’t know',
                numeric: true,
                cell: ({ dontKnow }) => formatCount(dontKnow),
              },
              {
                id: 'unknown',
                heading: 'Not known',
                numeric: true,
                cell: ({ notKnown }) => formatCount(notKnown),
              },
            ]}
            rows={options}
            keyOf={({ id }) => id}
          />
        </Details>
      ))}
    </>
  );
}

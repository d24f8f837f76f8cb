import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { tallyQuery } from './agreement.graphql.js';

type Row = ResultOf<typeof tallyQuery>['codeTally']['rows'][number];

/** How often each code stands in each region or category, over comments that are settled; and the files. */
export function TallySection({
  roundId,
  codebookId,
}: {
  readonly roundId: string;
  readonly codebookId: string;
}) {
  const [by, setBy] = useState<'region' | 'ladder'>('region');
  const [{ data, error }, again] = useQuery({
    query: tallyQuery,
    variables: { roundId, codebookId, by },
    requestPolicy: 'cache-and-network',
  });
  const files = `/manage/v1/rounds/${encodeURIComponent(roundId)}/codebooks/${encodeURIComponent(codebookId)}`;
  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the counts" />;
  const { settled, unsettled, groups, rows } = data.codeTally;
  return (
    <>
      <p>
        {countOf(settled, 'comment')} agreed on or decided; {unsettled} in no count yet.
      </p>
      <SelectField
        label="Count by"
        value={by}
        choices={[
          { value: 'region', label: 'Region' },
          { value: 'ladder', label: 'Category of the integration ladder' },
        ]}
        onChange={(value) => setBy(value === 'ladder' ? 'ladder' : 'region')}
      />
      <DataTable
        caption="Comments with each code"
        columns={[
          { id: 'code', heading: 'Code', names: true, cell: ({ key, name }: Row) => `${key} ${name}` },
          { id: 'total', heading: 'All', numeric: true, cell: ({ total }: Row) => total },
          ...groups.map((group, at) => ({
            id: group.id,
            heading: group.name,
            numeric: true,
            cell: ({ comments }: Row) => comments[at] ?? 'hidden',
          })),
        ]}
        rows={rows}
        keyOf={({ key }) => key}
      />
      <p className="nhsuk-hint">
        A count of 1 or 2 in a group of at most three hospitals is hidden, and another one with it where the
        total would give it away.
      </p>
      <ul>
        <li>
          <a href={`${files}/codings.csv`}>Codings as CSV, without the comments</a>
        </li>
        <li>
          <a href={`${files}/quotations.csv`}>Confirmed quotations as CSV</a>
        </li>
      </ul>
    </>
  );
}

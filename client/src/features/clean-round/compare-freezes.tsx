import { useState } from 'react';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { freezeDifferenceQuery } from './freezes.graphql.js';

interface CompareFreezesProps {
  readonly roundId: string;
  /** The latest first. */
  readonly numbers: readonly number[];
}

/** What lies between two freezes: forms, values, figures. */
export function CompareFreezes({ roundId, numbers }: CompareFreezesProps) {
  const [from, setFrom] = useState(numbers[1] ?? 1);
  const [to, setTo] = useState(numbers[0] ?? 1);
  const [{ data, error }] = useQuery({ query: freezeDifferenceQuery, variables: { roundId, from, to } });
  const choices = numbers.map((number) => ({ value: String(number), label: `Freeze ${number}` }));
  const found = data?.freezeDifference;
  const changed = [
    ...(found?.formsIn ?? []).map((form) => ({ ...form, what: 'came in' })),
    ...(found?.formsOut ?? []).map((form) => ({ ...form, what: 'went out' })),
    ...(found?.corrected ?? []).map((form) => ({ ...form, what: 'was corrected' })),
  ];
  return (
    <section aria-labelledby="compare-heading">
      <h3 id="compare-heading">Compare two freezes</h3>
      <div className="la-frame-filters la-no-print">
        <SelectField
          label="Earlier"
          value={String(from)}
          choices={choices}
          onChange={(value) => setFrom(Number(value))}
        />
        <SelectField
          label="Later"
          value={String(to)}
          choices={choices}
          onChange={(value) => setTo(Number(value))}
        />
      </div>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {found !== undefined && changed.length + found.values.length + found.figures.length === 0 && (
        <p>Nothing differs between them.</p>
      )}
      {changed.length > 0 && (
        <DataTable
          caption="Forms"
          columns={[
            {
              id: 'hospital',
              heading: 'Hospital',
              names: true,
              cell: ({ hospital }) => hospital || 'not matched',
            },
            { id: 'what', heading: 'Form', cell: ({ what }) => what },
            { id: 'from', heading: 'Earlier', cell: (row) => row.from || 'not there' },
            { id: 'to', heading: 'Later', cell: (row) => row.to || 'not there' },
          ]}
          rows={changed}
          keyOf={({ responseId }) => responseId}
        />
      )}
      {found !== undefined && found.values.length > 0 && (
        <DataTable
          caption="Values of hospitals"
          columns={[
            { id: 'hospital', heading: 'Hospital', names: true, cell: ({ hospital }) => hospital },
            { id: 'variable', heading: 'Item', cell: ({ variable }) => variable },
            { id: 'from', heading: 'Earlier', cell: (row) => row.from },
            { id: 'to', heading: 'Later', cell: (row) => row.to },
          ]}
          rows={found.values}
          keyOf={({ odsCode, variable }) => `${odsCode} ${variable}`}
        />
      )}
      {found !== undefined && found.figures.length > 0 && (
        <DataTable
          caption="Figures: yes, no, don’t know, not known"
          columns={[
            { id: 'id', heading: 'Question', names: true, cell: ({ id }) => indicatorWords(id).title },
            { id: 'from', heading: 'Earlier', cell: (row) => row.from.join(', ') },
            { id: 'to', heading: 'Later', cell: (row) => row.to.join(', ') },
          ]}
          rows={found.figures}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  );
}

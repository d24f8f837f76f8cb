import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useState } from 'react';

import { DataTable } from '../../components/data-table.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { countOf, formatPercent } from '../../lib/format.js';
import type { ExploreState } from './explore-state.js';
import { DayField } from './day-field.js';
import { fetchFormCounts, type FormCounts as Counts, toFormCountsPath } from './fetch-form-counts.js';

interface FormCountsProps {
  readonly roundId: string;
  /** Changes whenever the answers did, so that the counts are asked for again. */
  readonly answersHash: string;
  readonly state: ExploreState;
  readonly onChange: (change: Partial<ExploreState>) => void;
}

/** How often each answer was given over the forms that count; the unit is the form, and the page says so. */
export function FormCounts({ roundId, answersHash, state, onChange }: FormCountsProps) {
  const { counts, problem } = useFormCounts(toFormCountsPath(roundId, state), answersHash);
  return (
    <section aria-labelledby="forms-heading">
      <h2 id="forms-heading">Answers counted over forms</h2>
      <p>
        Every form that counts, several of one hospital included. It says how a round comes in; figures of
        hospitals stand above.
      </p>
      {problem !== null ? (
        <ProblemNotice problem={problem} />
      ) : counts === null ? (
        <Loading what="the counts" />
      ) : (
        <Counted counts={counts} state={state} onChange={onChange} />
      )}
    </section>
  );
}

function Counted({
  counts,
  state,
  onChange,
}: Pick<FormCountsProps, 'state' | 'onChange'> & { readonly counts: Counts }) {
  const question = counts.questions.find(({ key }) => key === state.question) ?? counts.questions[0];
  const toChoices = (some: Counts['regions'], all: string) => [
    { value: '', label: all },
    ...some.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <>
      <div className="la-filters la-explore-controls">
        <SelectField
          label="Question"
          value={question?.key ?? ''}
          choices={counts.questions.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={(value) => onChange({ question: value })}
        />
        <SelectField
          label="Region of the form"
          value={state.region}
          choices={toChoices(counts.regions, 'All regions')}
          onChange={(region) => onChange({ region })}
        />
        <SelectField
          label="Kind of site"
          value={state.type}
          choices={toChoices(counts.types, 'All kinds')}
          onChange={(type) => onChange({ type })}
        />
        <DayField label="Sent on or after" value={state.since} onChange={(since) => onChange({ since })} />
        <DayField label="Sent on or before" value={state.until} onChange={(until) => onChange({ until })} />
      </div>
      {question === undefined ? (
        <p>The round asks no closed question.</p>
      ) : question.hidden ? (
        <p>
          Hidden: this is an opinion, which is not told of a part of the forms or of fewer than three
          hospitals.
        </p>
      ) : (
        <DataTable
          caption={`${question.title}: ${countOf(counts.forms, 'form')}`}
          columns={[
            { id: 'answer', heading: 'Answer', names: true, cell: ({ label }) => label },
            {
              id: 'forms',
              heading: 'Forms',
              numeric: true,
              cell: ({ forms }) => forms.toLocaleString('en-GB'),
            },
            {
              id: 'share',
              heading: 'Share of these forms',
              numeric: true,
              cell: ({ forms }) => (counts.forms === 0 ? 'no form' : formatPercent(forms / counts.forms)),
            },
          ]}
          rows={question.answers}
          keyOf={({ code }) => code}
        />
      )}
    </>
  );
}

const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The server could not be reached.',
  mend: 'Check the network connection, then try again.',
};

/** Asked for again whenever the choice or the answers change; an answer that comes too late is thrown away. */
function useFormCounts(path: string, answersHash: string) {
  const [found, setFound] = useState<Counts | Problem | null>(null);
  useEffect(() => {
    const leave = new AbortController();
    fetchFormCounts(path, leave.signal).then(setFound, () => {
      if (!leave.signal.aborted) setFound(LOST);
    });
    return () => leave.abort();
  }, [path, answersHash]);
  return {
    counts: found !== null && 'forms' in found ? found : null,
    problem: found !== null && !('forms' in found) ? found : null,
  };
}

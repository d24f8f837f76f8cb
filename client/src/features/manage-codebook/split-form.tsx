import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { Details } from '../../components/details.js';
import { ProblemNotice } from '../../components/notice.js';
import { PageSizeField } from '../../components/page-size.js';
import { Pagination } from '../../components/pagination.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { countOf } from '../../lib/format.js';
import { parseListPage, withListPage } from '../../lib/page-sizes.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  codebooksQuery,
  codedCommentsQuery,
  type ShownCodebook,
  splitCodeMutation,
} from './manage-codebook.graphql.js';

interface SplitFormProps {
  readonly codebook: ShownCodebook;
  readonly onStored: () => void;
}

/** Splits a code: a new one takes the comments that are ticked, of every coder. */
export function SplitForm({ codebook, onStored }: SplitFormProps) {
  const codes = codebook.codes.filter(({ applicable }) => applicable);
  const [params, setParams] = useSearchParams();
  const { page, size } = parseListPage(params);
  const codeId = codes.find(({ id }) => id === params.get('split'))?.id ?? codes[0]?.id ?? '';
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [chosenRound, setRound] = useState(codebook.roundId);
  const [units, setUnits] = useState<ReadonlySet<string>>(new Set());
  const [rounds] = useQuery({ query: codebooksQuery });
  const choices = (rounds.data?.rounds ?? []).filter(
    ({ id, kind }) => kind !== 'published_facts' && (codebook.roundId === '' || id === codebook.roundId),
  );
  const roundId = chosenRound === '' ? (choices[0]?.id ?? '') : chosenRound;
  const [coded] = useQuery({
    query: codedCommentsQuery,
    variables: { roundId, codebookId: codebook.id, codeId, skip: (page - 1) * size, take: size },
    pause: roundId === '' || codeId === '',
  });
  const [{ error, fetching }, split] = useMutation(splitCodeMutation);
  if (codes.length === 0) return null;
  const { comments = [], matching = 0 } = coded.data?.codingComparison ?? {};
  const run = async () => {
    if (fetching) return;
    const input = { id: codebook.id, expectedVersion: codebook.version, codeId, key, name, definition: '' };
    const { data } = await split({ input: { ...input, units: [...units] } });
    if (data) onStored();
  };
  const tick = (unitId: string, on: boolean) => {
    const next = new Set(units);
    if (on) next.add(unitId);
    else next.delete(unitId);
    setUnits(next);
  };
  return (
    <Details summary="Split a code">
      <SelectField
        label="Split"
        value={codeId}
        choices={codes.map((code) => ({ value: code.id, label: `${code.key} ${code.name}` }))}
        onChange={(value) => {
          setParams(withListPage(params, {}, { split: value }), { preventScrollReset: true });
          setUnits(new Set());
        }}
      />
      <TextField label="Key of the new code" value={key} maxLength={8} onChange={setKey} />
      <TextField label="Name of the new code" value={name} maxLength={200} onChange={setName} />
      {choices.length > 1 && (
        <SelectField
          label="Comments of round"
          value={roundId}
          choices={choices.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setRound}
        />
      )}
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend">Comments that move to the new code</legend>
        {comments.length === 0 && <p>No comment that all its coders have finished has this code.</p>}
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          {comments.map(({ unitId, text }) => (
            <div className="nhsuk-checkboxes__item" key={unitId}>
              <input
                className="nhsuk-checkboxes__input"
                id={`unit-${unitId}`}
                type="checkbox"
                checked={units.has(unitId)}
                onChange={(event) => tick(unitId, event.target.checked)}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`unit-${unitId}`}>
                {text}
              </label>
            </div>
          ))}
        </div>
        {matching > 50 && (
          <PageSizeField
            size={size}
            onChange={(next) => setParams(withListPage(params, { size: next }), { preventScrollReset: true })}
          />
        )}
        <Pagination
          page={page}
          pages={Math.ceil(matching / size)}
          what="comments"
          onPage={(next) => setParams(withListPage(params, { page: next }), { preventScrollReset: true })}
        />
        {matching > comments.length && <p>{countOf(units.size, 'comment')} ticked on all pages.</p>}
      </fieldset>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <button type="button" className="nhsuk-button" aria-disabled={fetching} onClick={() => void run()}>
        Split the code
      </button>
    </Details>
  );
}

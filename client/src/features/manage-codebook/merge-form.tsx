import { useState } from 'react';
import { useMutation } from 'urql';

import { Details } from '../../components/details.js';
import { ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { mergeCodesMutation, type ShownCodebook } from './manage-codebook.graphql.js';

interface ChangeProps {
  readonly codebook: ShownCodebook;
  readonly onStored: () => void;
}

/** Merges one code into another; what was coded moves along. */
export function MergeForm({ codebook, onStored }: ChangeProps) {
  const codes = codebook.codes.filter(({ applicable }) => applicable);
  const [fromId, setFromId] = useState(codes[0]?.id ?? '');
  const [intoId, setIntoId] = useState(codes[1]?.id ?? '');
  const [{ error, fetching }, merge] = useMutation(mergeCodesMutation);
  if (codes.length < 2) return null;
  const choices = codes.map(({ id, key, name }) => ({ value: id, label: `${key} ${name}` }));
  const run = async () => {
    if (fetching) return;
    const input = { id: codebook.id, expectedVersion: codebook.version, fromId, intoId };
    const { data } = await merge({ input });
    if (data) onStored();
  };
  return (
    <Details summary="Merge two codes">
      <p>
        What was coded with the first counts as the second from then on. An earlier version, brought back
        below, undoes it.
      </p>
      <SelectField label="Merge" value={fromId} choices={choices} onChange={setFromId} />
      <SelectField label="Into" value={intoId} choices={choices} onChange={setIntoId} />
      {error && <ProblemNotice problem={toProblem(error)} />}
      <button type="button" className="nhsuk-button" aria-disabled={fetching} onClick={() => void run()}>
        Merge the codes
      </button>
    </Details>
  );
}

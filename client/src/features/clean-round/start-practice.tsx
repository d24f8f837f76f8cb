import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';

import { graphql } from '../../lib/graphql.js';
import { toProblem } from '../../lib/to-problem.js';

const startPracticeMutation = graphql(`
  mutation StartCleaningPractice {
    startCleaningPractice
  }
`);

/** In a demonstration: opens a synthetic round of eighty forms to practise in. */
export function StartPractice() {
  const navigate = useNavigate();
  const [{ fetching }, start] = useMutation(startPracticeMutation);
  const [problem, setProblem] = useState('');
  const open = async () => {
    if (fetching) return;
    const { data, error } = await start({});
    if (data) await navigate(`/manage/rounds/${encodeURIComponent(data.startCleaningPractice)}/cleaning`);
    else if (error) setProblem(toProblem(error).message);
  };
  return (
    <p className="la-no-print">
      <button type="button" className="la-link-button" aria-disabled={fetching} onClick={() => void open()}>
        Practise cleaning on eighty synthetic forms
      </button>
      {problem !== '' && <span role="alert"> {problem}</span>}
    </p>
  );
}

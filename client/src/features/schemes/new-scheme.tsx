import type { SchemeContent } from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';

import { AreaField } from '../../components/area-field.js';
import { ProblemNotice } from '../../components/notice.js';
import { ProblemList } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { createSchemeMutation } from './schemes.graphql.js';

interface NewSchemeProps {
  /** What it begins with beside its name. */
  readonly fields: SchemeContent;
  /** Area that is chosen at first; '' = none. */
  readonly area?: string;
  readonly onMade?: () => void;
}

/** Begins a scheme: an area and a name. */
export function NewScheme({ fields, area: first = '', onMade }: NewSchemeProps) {
  const [area, setArea] = useState(first);
  const [title, setTitle] = useState(fields['title'] ?? '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ error: failed, fetching }, create] = useMutation(createSchemeMutation);
  const navigate = useNavigate();
  const begin = async () => {
    if (fetching) return;
    const all = { ...fields, title: title.trim() };
    const input = {
      areaCode: area,
      fields: Object.entries(all)
        .filter(([, value]) => value !== '')
        .map(([key, value]) => ({ key, before: '', value })),
    };
    const { data: made } = await create({ input });
    const result = made?.createScheme;
    if (result?.__typename === 'SchemeRefused') setProblems(result.problems);
    if (result?.__typename !== 'Scheme') return;
    onMade?.();
    await navigate(`/schemes/${result.id}`);
  };
  return (
    <form
      aria-label="Begin a scheme"
      onSubmit={(event) => {
        event.preventDefault();
        if (area === '')
          setProblems([
            {
              code: 'MISSING',
              field: 'areaCode',
              message: 'No area is chosen.',
              mend: 'Choose one of the list.',
            },
          ]);
        else void begin();
      }}
    >
      <ProblemList heading="The scheme was not begun" problems={problems} />
      {failed && <ProblemNotice problem={toProblem(failed)} />}
      <AreaField label="Area" value={area} none="Choose an area" onChange={setArea} />
      <TextField label="Name of the scheme" value={title} maxLength={200} onChange={setTitle} />
      <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
        {fetching ? 'Beginning…' : 'Begin the scheme'}
      </button>
    </form>
  );
}

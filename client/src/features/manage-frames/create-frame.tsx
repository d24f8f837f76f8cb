import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';

import { ProblemList, problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { createFrameMutation, type ListedSamplingFrame } from './manage-frames.graphql.js';

const RULE =
  'General hospitals in England, open on that day, with a consultant-led (type 1) emergency department, part-time ones included.';
const FIELDS = ['title', 'asOf', 'definition', 'source'];

/** Begins a draft: a copy of a frozen frame, or empty. */
export function CreateFrame({ frames }: { readonly frames: readonly ListedSamplingFrame[] }) {
  const frozen = frames.filter(({ status }) => status === 'frozen');
  const [copyOf, setCopyOf] = useState(frozen[0]?.id ?? '');
  const [texts, setTexts] = useState({ title: '', asOf: '', definition: RULE, source: '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, create] = useMutation(createFrameMutation);
  const navigate = useNavigate();
  const set = (field: keyof typeof texts) => (value: string) => setTexts({ ...texts, [field]: value });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { data, error } = await create({ input: { ...texts, copyOf } });
    const outcome = data?.createFrame;
    if (outcome?.__typename === 'SamplingFrame')
      await navigate(`/manage/frames/${encodeURIComponent(outcome.id)}`);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };

  return (
    <section aria-labelledby="create-frame" className="la-measure la-no-print">
      <h2 id="create-frame">Begin a frame</h2>
      <ProblemList
        heading="The frame was not made"
        problems={problems.filter(({ field }) => !FIELDS.includes(field))}
      />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <SelectField
          label="Begin with"
          value={copyOf}
          choices={[
            ...frozen.map(({ id, title }) => ({ value: id, label: `A copy of: ${title}` })),
            { value: '', label: 'No hospitals' },
          ]}
          hint="A copy takes the hospitals with code and trust as on the new day, and applies the rule anew."
          onChange={setCopyOf}
        />
        <TextField
          label="Title"
          value={texts.title}
          maxLength={200}
          problem={problemOf(problems, 'title')}
          onChange={set('title')}
        />
        <TextField
          label="Day that it describes"
          type="date"
          value={texts.asOf}
          problem={problemOf(problems, 'asOf')}
          onChange={set('asOf')}
        />
        <TextArea
          label="Which hospitals belong to it"
          maxLength={4000}
          value={texts.definition}
          problem={problemOf(problems, 'definition')}
          onChange={set('definition')}
        />
        <TextArea
          label="Where its hospitals come from"
          hint="For example the frame before and the register of a month."
          maxLength={4000}
          value={texts.source}
          problem={problemOf(problems, 'source')}
          onChange={set('source')}
        />
        <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
          {fetching ? 'Beginning…' : 'Begin the frame'}
        </button>
      </form>
    </section>
  );
}

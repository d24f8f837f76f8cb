import { SPOKEN_TO, SPOKEN_TO_WORDS, type SpokenTo } from '@liaison-atlas/shared/fieldwork/recorded-answer';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { type HospitalToRecord, recordAnswerMutation } from './record-answers.graphql.js';

const MODES = [
  { value: 'telephone', label: 'By telephone' },
  { value: 'paper', label: 'On paper' },
] as const;

interface RecordFormProps {
  readonly roundId: string;
  readonly hospitals: readonly HospitalToRecord[];
}

/** Begins to write down an answer: for whom, how it came, when and by whom in the team. Leads to the answering pages. */
export function RecordForm({ roundId, hospitals }: RecordFormProps) {
  const [odsCode, setOdsCode] = useState('');
  const [mode, setMode] = useState<'telephone' | 'paper'>('telephone');
  const [takenOn, setTakenOn] = useState('');
  const [spokenTo, setSpokenTo] = useState<SpokenTo>('not_said');
  const [{ data, error, fetching }, record] = useMutation(recordAnswerMutation);
  const outcome = data?.recordAnswer;
  const problems = outcome?.__typename === 'RecordingRefused' ? outcome.problems : [];
  const ofDay = problems.find(({ field }) => field === 'takenOn');
  const chosen = hospitals.find((hospital) => hospital.odsCode === odsCode);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const result = await record({ input: { roundId, odsCode, mode, takenOn, spokenTo } });
    const begun = result.data?.recordAnswer;
    if (begun?.__typename === 'RecordingPath') window.location.assign(begun.path);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-labelledby="record-heading">
      <h3 id="record-heading">Record an answer</h3>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {problems
        .filter((problem) => problem !== ofDay)
        .map((problem) => (
          <ProblemNotice key={problem.code + problem.field} problem={problem} />
        ))}
      <SelectField
        label="Hospital"
        value={odsCode}
        choices={[
          { value: '', label: 'Choose a hospital' },
          ...hospitals.map(({ odsCode: value, name }) => ({ value, label: name })),
        ]}
        onChange={setOdsCode}
      />
      {(chosen?.forms ?? 0) > 0 && (
        <p>
          This hospital has answered already. A further form is compared with the first one by the rules for
          duplicates.
        </p>
      )}
      <SelectField
        label="How did the answer come?"
        value={mode}
        choices={MODES}
        onChange={(value) => setMode(value === 'paper' ? 'paper' : 'telephone')}
      />
      <TextField
        label="Day of the call, or on which the paper came"
        hint="Year-month-day, such as 2026-11-20."
        value={takenOn}
        maxLength={10}
        problem={ofDay ? `${ofDay.message} ${ofDay.mend}` : ''}
        onChange={setTakenOn}
      />
      <SelectField
        label="Who answered, by their place in the team?"
        value={spokenTo}
        choices={SPOKEN_TO.map((value) => ({ value, label: SPOKEN_TO_WORDS[value] }))}
        hint="Enter no name."
        onChange={(value) => setSpokenTo(SPOKEN_TO.find((each) => each === value) ?? 'not_said')}
      />
      <button className="nhsuk-button" type="submit" aria-disabled={fetching}>
        {fetching ? 'One moment…' : 'Go to the questions'}
      </button>
    </form>
  );
}

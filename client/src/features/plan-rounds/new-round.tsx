import { proposeRoundId, titleAYearOn } from '@liaison-atlas/shared/fieldwork/new-round';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';

import { toProblem } from '../../lib/to-problem.js';
import { OptionsControl, SelectControl, TextControl } from './fields.js';
import { createRoundMutation, type PlanChoices, type ShownPlan } from './plan-rounds.graphql.js';
import { ProblemSummary } from './problem-summary.js';

interface NewRoundProps {
  readonly rounds: readonly ShownPlan[];
  readonly choices: PlanChoices;
}

/** Makes a round as a draft: from an earlier one in one step, or from nothing. */
export function NewRound({ rounds, choices }: NewRoundProps) {
  const [from, setFrom] = useState((rounds.find(({ state }) => state !== 'draft') ?? rounds[0])?.id ?? '');
  const earlier = rounds.find(({ id }) => id === from);
  const [typedTitle, setTitle] = useState<string | null>(null);
  const [typedId, setId] = useState<string | null>(null);
  const [typedKind, setKind] = useState('live');
  const [instrument, setInstrument] = useState('');
  const [frameId, setFrame] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, create] = useMutation(createRoundMutation);
  const navigate = useNavigate();

  const title = typedTitle ?? (earlier === undefined ? '' : titleAYearOn(earlier.title));
  const id = typedId ?? proposeRoundId(title);
  const kind = earlier?.kind === 'synthetic' ? 'synthetic' : typedKind;
  const kinds = [
    { value: 'live', label: 'Live', hint: 'Answers of hospitals.' },
    {
      value: 'synthetic',
      label: 'Synthetic',
      hint: 'Invented answers, for demonstrations. Says so everywhere.',
    },
  ].filter(({ value }) => (value === 'live' ? earlier?.kind !== 'synthetic' : choices.synthetic));
  const published = choices.instruments.filter(
    ({ status }) => status === 'published' || status === 'piloted',
  );
  const frozen = choices.frames.filter(({ status }) => status === 'frozen');
  const asBefore = (label: string) => [
    earlier === undefined ? { value: '', label: 'Choose one' } : { value: '', label },
  ];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const [instrumentKey = '', instrumentVersion = ''] = instrument.split(' ');
    const input = { id, title, kind, from, instrumentKey, instrumentVersion, frameId };
    const { data, error } = await create({ input });
    const outcome = data?.createRound;
    if (outcome?.__typename === 'RoundPlan')
      await navigate(`/manage/rounds/${encodeURIComponent(outcome.id)}/plan`);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };

  return (
    <section aria-labelledby="new-round" className="la-measure la-no-print">
      <h2 id="new-round">New round</h2>
      <ProblemSummary heading="The round was not made" problems={problems} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <SelectControl
          field="from"
          label="Begin with"
          hint="A copy takes everything that was decided, moves the dates a year on, and asks last year’s facts as “still true?”."
          problems={problems}
          value={from}
          choices={[
            ...rounds.map((each) => ({ value: each.id, label: `A copy of: ${each.title}` })),
            { value: '', label: 'Nothing' },
          ]}
          onChange={setFrom}
        />
        <TextControl field="title" label="Title" problems={problems} value={title} onChange={setTitle} />
        <TextControl
          field="id"
          label="Word for addresses"
          hint="Small letters, digits and hyphens. It can never be changed."
          maxLength={36}
          problems={problems}
          value={id}
          onChange={setId}
        />
        <OptionsControl
          field="kind"
          label="What it will hold"
          type="radio"
          problems={problems}
          options={kinds}
          chosen={[kind]}
          onChange={([chosen = 'live']) => setKind(chosen)}
        />
        <SelectControl
          field="instrumentVersion"
          label="Questionnaire"
          problems={problems}
          value={instrument}
          choices={[
            ...asBefore('The newest published version of its questionnaire'),
            ...published.map(({ key, version, title: name, status }) => ({
              value: `${key} ${version}`,
              label: `${name}, version ${version}${status === 'piloted' ? ' (pilot)' : ''}`,
            })),
          ]}
          onChange={setInstrument}
        />
        <SelectControl
          field="frameId"
          label="Frame"
          problems={problems}
          value={frameId}
          choices={[
            ...asBefore('The same frame'),
            ...frozen.map(({ id: value, title: label }) => ({ value, label })),
          ]}
          onChange={setFrame}
        />
        <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
          {fetching ? 'Making…' : 'Make the round'}
        </button>
      </form>
    </section>
  );
}

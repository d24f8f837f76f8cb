import { compareVersions, type QuestionChange } from '@liaison-atlas/shared/instrument/compare-versions';
import type { Comparability, Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { toProblem } from '../../lib/to-problem.js';
import { publishMutation, versionContentsQuery } from './design-instruments.graphql.js';
import { ChoiceField, ProblemTexts, TextField } from './fields.js';

type Verdict = Comparability['verdict'];
const VERDICTS: readonly { readonly value: Verdict; readonly label: string }[] = [
  { value: 'same', label: 'The same: figures may be compared' },
  { value: 'minor_wording', label: 'Other words: compare with care' },
  { value: 'not_comparable', label: 'Not comparable' },
];

/** Publishing: what changed, a verdict on every changed question, and the note; then the version is frozen for good. */
export function PublishPanel(props: {
  readonly draftId: string;
  readonly revision: number;
  readonly basedOn: string;
  readonly content: Instrument;
  readonly onPublished: (version: string) => void;
  readonly onCancel: () => void;
}) {
  const { draftId, revision, basedOn, content } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // Asked anew: the version before may have been frozen after this page had read the list.
  const [{ data, error: unread, stale }] = useQuery({
    query: versionContentsQuery,
    pause: basedOn === '',
    requestPolicy: 'cache-and-network',
  });
  const [note, setNote] = useState('');
  const [decided, setDecided] = useState<Readonly<Record<string, { verdict: Verdict; note: string }>>>({});
  const [{ data: answer, error, fetching }, publish] = useMutation(publishMutation);
  useEffect(() => heading.current?.focus(), []);

  const before = data?.frozenInstruments.find(
    ({ key, version }) => key === content.key && version === basedOn,
  );
  const changes = useMemo(
    () => (before ? compareVersions(JSON.parse(before.content) as Instrument, content) : []),
    [before, content],
  );
  const verdicts = changes.map(({ variable, proposed }) => ({
    variable,
    verdict: decided[variable]?.verdict ?? proposed,
    note: decided[variable]?.note ?? '',
  }));
  const outcome = answer?.publishInstrument;
  const isMissing = basedOn !== '' && before === undefined;
  const isLoading = isMissing && unread === undefined && (data === undefined || stale);
  const problems: readonly Problem[] = error
    ? [toProblem(error)]
    : isMissing && !isLoading
      ? [unread ? toProblem(unread) : NO_VERSION_BEFORE]
      : outcome?.__typename === 'InstrumentRefused'
        ? outcome.problems
        : outcome?.__typename === 'StaleInstrumentDraft'
          ? [CHANGED]
          : [];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    // Without the version before there is nothing that the verdicts could be about.
    if (fetching || isMissing) return;
    const input = { id: draftId, expectedRevision: revision, changeNote: note, verdicts };
    const result = await publish({ input });
    const published = result.data?.publishInstrument;
    if (published?.__typename === 'InstrumentVersion') props.onPublished(published.version);
  };
  return (
    <section className="la-publish" aria-labelledby="publish-heading">
      <h2 id="publish-heading" tabIndex={-1} ref={heading}>
        Publish this questionnaire
      </h2>
      <p>
        {basedOn === ''
          ? 'It becomes version 1.0 of a new series.'
          : `It becomes the version after ${basedOn}. For every question it is said whether its figures may be compared.`}{' '}
        A published version can never be changed.
      </p>
      <ProblemTexts problems={problems} />
      <form onSubmit={(event) => void send(event)} noValidate>
        <TextField
          label={basedOn === '' ? 'What this questionnaire is for' : 'What this version changes'}
          rows={3}
          value={note}
          onChange={setNote}
        />
        {isLoading && <p role="status">Loading the version before…</p>}
        {changes
          .filter(({ change }) => change !== 'unchanged')
          .map((change) => (
            <ChangeVerdict
              key={change.variable}
              change={change}
              verdict={decided[change.variable]?.verdict ?? change.proposed}
              note={decided[change.variable]?.note ?? ''}
              onChange={(verdict, why) =>
                setDecided({ ...decided, [change.variable]: { verdict, note: why } })
              }
            />
          ))}
        {basedOn !== '' && !isMissing && (
          <p>
            {changes.filter(({ change }) => change === 'unchanged').length} questions are unchanged: their
            figures may be compared.
          </p>
        )}
        <div className="la-actions">
          <button className="nhsuk-button" type="submit" aria-disabled={fetching || isMissing}>
            Publish and freeze
          </button>
          <button className="nhsuk-button nhsuk-button--secondary" type="button" onClick={props.onCancel}>
            Do not publish yet
          </button>
        </div>
      </form>
    </section>
  );
}

function ChangeVerdict(props: {
  readonly change: QuestionChange;
  readonly verdict: Verdict;
  readonly note: string;
  readonly onChange: (verdict: Verdict, note: string) => void;
}) {
  const { change, verdict, note, onChange } = props;
  const { variable } = change;
  if (change.change === 'added')
    return (
      <p>
        <strong>{variable}</strong>: new, nothing to compare with.
      </p>
    );
  const what = change.change === 'removed' ? 'asked no more' : `changed: ${change.parts.join(', ')}`;
  const choices = VERDICTS.filter(({ value }) => change.change !== 'removed' || value !== 'same');
  return (
    <fieldset className="nhsuk-fieldset la-coded-list">
      <legend className="nhsuk-fieldset__legend">
        {variable} ({what})
      </legend>
      <ChoiceField
        label={`${variable}: verdict`}
        value={verdict}
        choices={choices}
        onChange={(chosen) => onChange(chosen, note)}
      />
      <TextField
        label={`${variable}: why`}
        hint={
          verdict === change.proposed
            ? 'Needs no reason.'
            : 'Needed: it is not the verdict that follows from the change.'
        }
        value={note}
        onChange={(why) => onChange(verdict, why)}
      />
    </fieldset>
  );
}

const CHANGED: Problem = {
  code: 'STALE',
  field: '',
  message: 'Somebody else has changed the draft in between.',
  mend: 'Close this, look at what was changed, and publish again.',
};

const NO_VERSION_BEFORE: Problem = {
  code: 'NOT_FOUND',
  field: '',
  message: 'The version that this draft was begun from cannot be read.',
  mend: 'Load this page again; if it stays so, ask an administrator.',
};

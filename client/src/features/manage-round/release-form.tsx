import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';

import { WarningCallout } from '../../components/notice.js';
import { ProblemList } from '../../components/problem-list.js';
import { formatMoment } from '../../lib/format.js';
import { newIdempotencyKey } from '../../lib/new-idempotency-key.js';
import { toProblem } from '../../lib/to-problem.js';
import type { ShownLiveRound } from './live-state.js';
import { releaseRoundMutation } from './manage-round.graphql.js';
import { ReleaseReview } from './release-review.js';

const KINDS = [
  { value: 'interim', label: 'Interim', hint: 'The round goes on; later releases follow.' },
  { value: 'final', label: 'Final', hint: 'The round is complete and frozen.' },
  { value: 'erratum', label: 'Erratum', hint: 'Corrects an earlier release, which stays readable.' },
] as const;
type ChosenKind = (typeof KINDS)[number]['value'];

interface ReleaseFormProps {
  /** The round as it stands: what a release would make public. */
  readonly live: ShownLiveRound;
  readonly onReleased: () => void;
}

/** Publishing in two steps: choose, then confirm. The same key goes with every repeat, so a double click is one release. */
export function ReleaseForm({ live, onReleased }: ReleaseFormProps) {
  const { id: roundId, title: roundTitle } = live.round;
  const [kind, setKind] = useState<ChosenKind>('interim');
  const [note, setNote] = useState('');
  const [noteMissing, setNoteMissing] = useState(false);
  const [despite, setDespite] = useState('');
  const [replaces, setReplaces] = useState('');
  const [confirming, setConfirming] = useState(false);
  const [idempotencyKey, setKey] = useState(newIdempotencyKey);
  const [{ data, error, fetching }, release] = useMutation(releaseRoundMutation);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const confirmHeading = useRef<HTMLHeadingElement>(null);
  const outcome = data?.releaseRound;
  const problems: readonly Problem[] = error
    ? [toProblem(error)]
    : outcome?.__typename === 'ReleaseRefused'
      ? outcome.problems
      : [];

  useEffect(() => {
    if (confirming) confirmHeading.current?.focus();
  }, [confirming]);

  const review = (event: FormEvent) => {
    event.preventDefault();
    const missing = kind === 'erratum' && note.trim() === '';
    setNoteMissing(missing);
    if (missing) noteField.current?.focus();
    else setConfirming(true);
  };
  const publish = async () => {
    if (fetching) return;
    const result = await release({
      input: {
        roundId,
        kind,
        note: note.trim(),
        idempotencyKey,
        replaces: kind === 'erratum' && replaces !== '' ? Number(replaces) : null,
        despite: kind === 'final' ? despite.trim() : '',
      },
    });
    const made = result.data?.releaseRound;
    // What can be put right on the page of the review is put right there.
    if (made?.__typename === 'ReleaseRefused' && made.problems.some(({ field }) => field === 'despite'))
      return;
    setConfirming(false);
    if (made?.__typename !== 'Release') return;
    setKey(newIdempotencyKey());
    setNote('');
    setDespite('');
    setReplaces('');
    onReleased();
  };

  return (
    <section aria-labelledby="release-heading">
      <h2 id="release-heading">Release</h2>
      {outcome?.__typename === 'Release' && (
        <div className="nhsuk-panel" role="status">
          <h3 className="nhsuk-panel__title">Release {outcome.number} is public</h3>
          <div className="nhsuk-panel__body">
            {outcome.forms.analysed} hospital records, {formatMoment(outcome.publishedAt)}.{' '}
            <Link to={`/rounds/${encodeURIComponent(roundId)}`}>See the release</Link>
            <br />
            <span className="la-hash">SHA-256 {outcome.sha256}</span>
          </div>
        </div>
      )}
      <ProblemList heading="Nothing was published" problems={problems} />
      {confirming ? (
        <WarningCallout heading={`Publish ${roundTitle}`}>
          <h3 tabIndex={-1} ref={confirmHeading}>
            Publish this {kind} release?
          </h3>
          <ReleaseReview
            live={live}
            kind={kind}
            kindWords={KINDS.find(({ value }) => value === kind)?.label ?? kind}
            note={note.trim()}
            despite={despite}
            onDespite={setDespite}
            refused={problems}
            replaces={replaces}
            onReplaces={setReplaces}
          />
          <p>
            It becomes public at once and can never be changed or taken back. A mistake is mended by an
            erratum.
          </p>
          <div className="la-actions">
            <button
              type="button"
              className="nhsuk-button"
              aria-disabled={fetching}
              onClick={() => void publish()}
            >
              {fetching ? 'Publishing…' : 'Yes, publish'}
            </button>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary"
              onClick={() => setConfirming(false)}
            >
              No, go back
            </button>
          </div>
        </WarningCallout>
      ) : (
        <form onSubmit={review} noValidate>
          <div className="nhsuk-form-group">
            <fieldset className="nhsuk-fieldset">
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                What kind of release is it?
              </legend>
              <div className="nhsuk-radios">
                {KINDS.map(({ value, label, hint }) => (
                  <div className="nhsuk-radios__item" key={value}>
                    <input
                      className="nhsuk-radios__input"
                      type="radio"
                      name="kind"
                      id={`kind-${value}`}
                      aria-describedby={`kind-${value}-hint`}
                      checked={kind === value}
                      onChange={() => {
                        setKind(value);
                        setNoteMissing(false);
                      }}
                    />
                    <label className="nhsuk-label nhsuk-radios__label" htmlFor={`kind-${value}`}>
                      {label}
                    </label>
                    <div className="nhsuk-hint nhsuk-radios__hint" id={`kind-${value}-hint`}>
                      {hint}
                    </div>
                  </div>
                ))}
              </div>
            </fieldset>
          </div>
          <div className={`nhsuk-form-group${noteMissing ? ' nhsuk-form-group--error' : ''}`}>
            <label className="nhsuk-label" htmlFor="note">
              {kind === 'erratum'
                ? 'Note for readers: what is corrected (becomes public)'
                : 'Note for readers (may stay empty; becomes public)'}
            </label>
            {noteMissing && (
              <p className="nhsuk-error-message" id="note-error" role="alert">
                <span className="nhsuk-u-visually-hidden">Error: </span>
                An erratum has to say what it corrects. Write it in the note.
              </p>
            )}
            <textarea
              className="nhsuk-textarea"
              id="note"
              ref={noteField}
              required={kind === 'erratum'}
              aria-invalid={noteMissing}
              aria-describedby={noteMissing ? 'note-error' : undefined}
              rows={3}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          <button type="submit" className="nhsuk-button">
            Review before publishing
          </button>
        </form>
      )}
    </section>
  );
}

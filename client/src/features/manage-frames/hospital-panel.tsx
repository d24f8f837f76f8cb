import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { ELIGIBILITIES, type Eligibility, reasonWords } from '@liaison-atlas/shared/frame/eligibility';
import { trustStratumWords } from '@liaison-atlas/shared/frame/strata';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemList, problemOf } from '../../components/problem-list.js';
import { SummaryList } from '../../components/summary-list.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { eligibilityWords, sizeWords, valueWords } from './frame-words.js';
import { setEligibilityMutation, type ShownFrame, type ShownUnit } from './manage-frames.graphql.js';

interface HospitalPanelProps {
  readonly frame: ShownFrame;
  readonly unit: ShownUnit;
  readonly onClose: () => void;
  /** null = the decision was taken back. */
  readonly onDecided: (verdict: Eligibility | null) => void;
}

/** One hospital: what is known, what the rule says, and the decision of a person. Escape closes it. */
export function HospitalPanel({ frame, unit, onClose, onDecided }: HospitalPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    // Escape is a shortcut beside the button "Close".
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="la-frame-panel"
      aria-labelledby="hospital-heading"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3 id="hospital-heading" tabIndex={-1} ref={heading}>
        {unit.name}
      </h3>
      <SummaryList
        rows={[
          {
            name: 'Belongs to the frame',
            value: `${eligibilityWords(unit.eligibility)}. ${unit.why}${unit.isDecided ? ' (decided by a person)' : ''}`,
          },
          {
            name: 'The rule says',
            value: `${eligibilityWords(unit.ruleEligibility)}. ${unit.ruleReasons.map(reasonWords).join(' ')}`,
          },
          { name: 'Code', value: unit.odsCode },
          {
            name: 'Place',
            value: [unit.town, unit.postcode].filter((part) => part !== '').join(', ') || 'not known',
          },
          {
            name: 'Trust',
            value: `${valueWords(unit.trust)} (${unit.trustCode}), ${trustStratumWords(unit.trustType)}`,
          },
          { name: 'Region', value: valueWords(unit.region) },
          { name: 'Kind of hospital', value: valueWords(unit.siteType) },
          { name: 'Emergency department', value: edWords(unit.edType) },
          { name: 'Size', value: sizeWords(unit.sizeBand) },
          { name: 'Opened', value: dayWords(unit.openedOn) },
          { name: 'Closed', value: unit.closedOn === '' ? 'no date known' : dayInWords(unit.closedOn) },
          ...(unit.mergedInto === '' ? [] : [{ name: 'Merged into', value: unit.mergedInto }]),
        ]}
      />
      {frame.status === 'draft' && <DecisionForm frameId={frame.id} unit={unit} onDecided={onDecided} />}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={onClose}
      >
        Close
      </button>
    </section>
  );
}

interface DecisionFormProps {
  readonly frameId: string;
  readonly unit: ShownUnit;
  readonly onDecided: (verdict: Eligibility | null) => void;
}

function DecisionForm({ frameId, unit, onDecided }: DecisionFormProps) {
  const [verdict, setVerdict] = useState<Eligibility | ''>(unit.isDecided ? unit.eligibility : '');
  const [reason, setReason] = useState(unit.isDecided ? unit.why : '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, decide] = useMutation(setEligibilityMutation);
  const send = async (chosen: Eligibility | null) => {
    if (fetching) return;
    const { data, error } = await decide({
      input: { frameId, siteId: unit.siteId, verdict: chosen, reason: chosen === null ? '' : reason },
    });
    const outcome = data?.setEligibility;
    if (outcome?.__typename === 'SamplingFrame') onDecided(chosen);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (verdict === '')
      setProblems([
        {
          code: 'MISSING_VALUE',
          field: 'verdict',
          message: 'Nothing is chosen.',
          mend: 'Choose one of the three.',
        },
      ]);
    else void send(verdict);
  };
  const wrongVerdict = problemOf(problems, 'verdict');
  return (
    <form className="la-no-print" onSubmit={submit} noValidate>
      <ProblemList
        heading="Nothing was stored"
        problems={problems.filter(({ field }) => field !== 'verdict' && field !== 'reason')}
      />
      <div className={`nhsuk-form-group${wrongVerdict === '' ? '' : ' nhsuk-form-group--error'}`}>
        <fieldset
          className="nhsuk-fieldset"
          aria-describedby={wrongVerdict === '' ? undefined : 'verdict-error'}
        >
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            Does it belong to the frame?
          </legend>
          {wrongVerdict !== '' && (
            <span className="nhsuk-error-message" id="verdict-error" role="alert">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {wrongVerdict}
            </span>
          )}
          <div className="nhsuk-radios">
            {ELIGIBILITIES.map((value) => (
              <div className="nhsuk-radios__item" key={value}>
                <input
                  className="nhsuk-radios__input"
                  type="radio"
                  name="verdict"
                  id={`verdict-${value}`}
                  checked={verdict === value}
                  onChange={() => setVerdict(value)}
                />
                <label className="nhsuk-label nhsuk-radios__label" htmlFor={`verdict-${value}`}>
                  {eligibilityWords(value)}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      </div>
      <TextField
        label="Why"
        hint="In a sentence that may be published. Name no people."
        value={reason}
        maxLength={200}
        problem={problemOf(problems, 'reason')}
        onChange={setReason}
      />
      <div className="la-actions">
        <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
          {fetching ? 'Storing…' : 'Decide'}
        </button>
        {unit.isDecided && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            aria-disabled={fetching}
            onClick={() => void send(null)}
          >
            Take the decision back
          </button>
        )}
      </div>
    </form>
  );
}

const ED: Readonly<Record<string, string>> = {
  major: 'major (type 1)',
  major_part_time: 'major (type 1), open part of the day',
  no_major: 'no major (type 1) department',
};
const edWords = (type: string): string => ED[type] ?? 'not known';
const dayWords = (day: string): string => (day === '' ? 'not known' : dayInWords(day));

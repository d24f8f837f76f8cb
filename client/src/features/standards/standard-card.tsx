import {
  judgementSentence,
  judgeStandard,
  STANDARD_STATE_WORDS,
} from '@liaison-atlas/shared/commissioning/judge-standard';
import { sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';
import type { Standard } from '@liaison-atlas/shared/commissioning/standards';

import { IntervalBar } from '../../components/interval-bar.js';
import { TextField } from '../../components/text-field.js';

/** Two counts as they were typed; '' = nothing was. */
export interface TypedCounts {
  readonly numerator: string;
  readonly denominator: string;
}

interface StandardCardProps {
  readonly standard: Standard;
  readonly counts: TypedCounts;
  readonly onCounts: (counts: TypedCounts) => void;
}

/** One standard: what it asks, its source and dates, and what two counts of your own say about it. */
export function StandardCard({ standard, counts: { numerator, denominator }, onCounts }: StandardCardProps) {
  const setNumerator = (text: string) => onCounts({ numerator: text, denominator });
  const setDenominator = (text: string) => onCounts({ numerator, denominator: text });
  const [part, whole] = [readCount(numerator), readCount(denominator)];
  const wrong = problemWith(part, whole);
  const reported = { numerator: part ?? null, denominator: whole ?? null, suppressed: false };
  const sound = wrong === '' && part !== undefined && whole !== undefined;
  const judged = judgeStandard(
    standard,
    sound ? reported : { numerator: null, denominator: null, suppressed: false },
  );
  const { code, title, targetPercent } = standard;
  return (
    <div className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-card__heading nhsuk-heading-s" id={`standard-${code}`}>
          {title}: {targetPercent === null ? 'no target given' : `${targetPercent}%`}{' '}
          <strong className="nhsuk-tag nhsuk-tag--white">{STANDARD_STATE_WORDS[judged.state]}</strong>
        </h3>
        <p>
          Counted: {standard.numerator}, out of {standard.denominator}.
        </p>
        <div className="la-standard-counts la-no-print" role="group" aria-labelledby={`standard-${code}`}>
          <TextField label="Counted" value={numerator} maxLength={9} onChange={setNumerator} />
          <TextField
            label="Out of"
            value={denominator}
            problem={wrong}
            maxLength={9}
            onChange={setDenominator}
          />
        </div>
        <p aria-live="polite">
          {judgementSentence(
            standard,
            sound ? reported : { numerator: null, denominator: null, suppressed: false },
          )}
        </p>
        {judged.value !== null && judged.interval && (
          <IntervalBar
            what={`${title}: your share with its 95% interval`}
            lower={judged.interval.low}
            upper={judged.interval.high}
            tick={judged.value}
            interval={null}
          />
        )}
        <p className="la-source">
          {sourceWords(standard.source)}. As at {standard.validFrom};{' '}
          {standard.validTo === '' ? 'until when is not known here' : `until ${standard.validTo}`}.{' '}
          {standard.note}
        </p>
      </div>
    </div>
  );
}

/** A count as typed; undefined = nothing typed, NaN = no whole number. */
const readCount = (text: string): number | undefined => {
  const bare = text.trim().replaceAll(',', '');
  if (bare === '') return undefined;
  return /^\d{1,9}$/.test(bare) ? Number(bare) : Number.NaN;
};

function problemWith(part: number | undefined, whole: number | undefined): string {
  if (Number.isNaN(part) || Number.isNaN(whole)) return 'Use whole numbers.';
  if (part !== undefined && whole !== undefined && part > whole)
    return 'The first number cannot be above the second.';
  return '';
}

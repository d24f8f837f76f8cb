import type { NotAFigure } from '@liaison-atlas/shared/publication/report/report-content';
import { useState } from 'react';

import { TextField } from '../../components/text-field.js';

interface FlaggedNumbersProps {
  /** Bare numbers as they stand in the text. */
  readonly numbers: readonly string[];
  readonly marks: readonly NotAFigure[];
  readonly onMark: (text: string, reason: string) => void;
  readonly onUnmark: (text: string) => void;
}

/** Numbers of a text that nobody can trace, each to be replaced or marked as not a figure with a reason. */
export function FlaggedNumbers({ numbers, marks, onMark, onUnmark }: FlaggedNumbersProps) {
  return (
    <>
      {[...new Set(numbers)].map((number) => (
        <BareNumber key={number} number={number} onMark={(reason) => onMark(number, reason)} />
      ))}
      {marks.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {marks.map(({ text, reason }) => (
            <li key={text}>
              “{text}” is not a figure: {reason}.{' '}
              <button type="button" className="la-link-button" onClick={() => onUnmark(text)}>
                Take the mark away<span className="nhsuk-u-visually-hidden"> from {text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function BareNumber({
  number,
  onMark,
}: {
  readonly number: string;
  readonly onMark: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const mark = () => {
    if (reason.trim() === '') setMissing(true);
    else onMark(reason.trim());
  };
  return (
    <div className="nhsuk-inset-text la-report-flag">
      <p>
        <strong>Bare number: {number}.</strong> Put a figure in its place from the list below, or say why it is
        not a figure.
      </p>
      <TextField
        label={`Why ${number} is not a figure`}
        value={reason}
        maxLength={400}
        problem={missing && reason.trim() === '' ? 'Write the reason.' : ''}
        onChange={setReason}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={mark}
      >
        Mark {number} as not a figure
      </button>
    </div>
  );
}

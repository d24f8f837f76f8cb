import { MASK_LABELS, maskedText } from '@liaison-atlas/shared/coding/quotation';
import { useId, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { saveQuotationMutation, type ShownQuotation } from './quotations.graphql.js';

interface MaskEditorProps {
  readonly roundId: string;
  readonly unitId: string;
  readonly text: string;
  /** null = a new quotation. */
  readonly stored: ShownQuotation | null;
  readonly onDone: () => void;
}

/** Chooses the part to quote and the words to hide. The comment is a box in which keys choose words, too. */
export function MaskEditor({ roundId, unitId, text, stored, onDone }: MaskEditorProps) {
  const id = useId();
  const [part, setPart] = useState({ start: stored?.start ?? 0, end: stored?.end ?? text.length });
  const [masks, setMasks] = useState(stored?.masks ?? []);
  const [chosen, setChosen] = useState({ start: 0, end: 0 });
  const [label, setLabel] = useState<string>(MASK_LABELS[0]);
  const [{ error, fetching }, save] = useMutation(saveQuotationMutation);
  const hasChosen = chosen.end > chosen.start;
  const inPart = (mask: { readonly start: number; readonly end: number }) =>
    mask.start >= part.start && mask.end <= part.end;
  const shown = masks.filter(inPart).toSorted((a, b) => a.start - b.start);

  const mask = () => {
    if (!hasChosen) return;
    const apart = masks.filter(({ start, end }) => end <= chosen.start || start >= chosen.end);
    setMasks([...apart, { ...chosen, label }]);
  };
  const submit = async () => {
    if (fetching) return;
    const plain = shown.map(({ start, end, label: word }) => ({ start, end, label: word }));
    const input = { roundId, unitId, ...part, masks: plain, id: stored?.id ?? '' };
    const { data } = await save({ input: { ...input, expectedRevision: stored?.revision ?? 0 } });
    if (data) onDone();
  };
  return (
    <div className="la-no-print">
      <label className="nhsuk-label" htmlFor={`${id}-text`}>
        Choose words of the comment
      </label>
      <textarea
        className="nhsuk-textarea la-desk__text"
        id={`${id}-text`}
        aria-readonly
        onBeforeInput={(event) => event.preventDefault()}
        onChange={() => undefined}
        rows={4}
        value={text}
        onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) =>
          setChosen({ start, end })
        }
      />
      <SelectField
        label="What they are"
        value={label}
        choices={MASK_LABELS.map((word) => ({ value: word, label: `[${word}]` }))}
        onChange={setLabel}
      />
      <div className="la-actions">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-disabled={!hasChosen}
          onClick={mask}
        >
          Mask these words
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-disabled={!hasChosen}
          onClick={() => hasChosen && setPart(chosen)}
        >
          Quote only these words
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            setMasks([]);
            setPart({ start: 0, end: text.length });
          }}
        >
          Begin again
        </button>
      </div>
      <p>As it would be printed:</p>
      <blockquote className="la-comment">{maskedText(text, { ...part, masks: shown })}</blockquote>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small"
        aria-disabled={fetching}
        onClick={() => void submit()}
      >
        {stored ? 'Store the change' : 'Store the quotation'}
      </button>
    </div>
  );
}

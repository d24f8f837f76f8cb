import { MASK, maskText, spansAsValue } from '@liaison-atlas/shared/cleaning/mask-text';
import { useState } from 'react';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import type { ShownForm, ShownTask } from './clean-round.graphql.js';
import { toMaskWords, toSpans } from './to-mask-words.js';
import type { SentDecision } from './to-task-actions.js';

interface MaskQuestionProps {
  readonly task: ShownTask;
  readonly forms: readonly ShownForm[];
  readonly busy: boolean;
  readonly onDecide: (decisions: readonly SentDecision[]) => void;
  readonly onClose: () => void;
}

/** Lets a person choose the words of a comment that are taken out; what looks identifying is chosen beforehand. */
export function MaskQuestion({ task, forms, busy, onDecide, onClose }: MaskQuestionProps) {
  const [form] = forms;
  const comment = form?.comments.find(({ variable }) => variable === task.variable);
  const original = comment?.original ?? '';
  const words = toMaskWords(original);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () =>
      new Set(
        words
          .map((word, at) => ({ word, at }))
          .filter(({ word }) =>
            (comment?.parts ?? []).some(({ from, to }) => word.from < to && from < word.to),
          )
          .map(({ at }) => at),
      ),
  );
  const spans = toSpans(words, chosen);
  const toggle = (at: number) => {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    setChosen(next);
  };
  if (form === undefined) return null;
  return (
    <ConfirmDialog
      heading="Which words are taken out?"
      action="Mask these words"
      busy={busy || spans.length === 0}
      onClose={onClose}
      onConfirm={() =>
        onDecide([
          {
            kind: 'mask_comment',
            formId: form.id,
            mark: form.mark,
            variable: task.variable,
            value: spansAsValue(spans),
          },
        ])
      }
    >
      <p className="la-mask-words">
        {words.map(({ text, from }, at) => (
          <button
            key={from}
            type="button"
            className="la-mask-word"
            aria-pressed={chosen.has(at)}
            onClick={() => toggle(at)}
          >
            {text}
          </button>
        ))}
      </p>
      <p>
        It is then read as: <q>{maskText(original, spans)}</q> ({MASK} stands for what was taken out.)
      </p>
    </ConfirmDialog>
  );
}

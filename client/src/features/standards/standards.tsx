import {
  CUT_OFFS,
  DESCRIPTORS_NOTES,
  DESCRIPTORS_SOURCE,
  PROBLEM_DESCRIPTORS,
} from '@liaison-atlas/shared/commissioning/problem-descriptors';
import { sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';
import {
  standardBox,
  standardText,
} from '@liaison-atlas/shared/commissioning/briefing/read-reported-standards';
import { STANDARD_QUESTIONS, STANDARDS } from '@liaison-atlas/shared/commissioning/standards';
import { useState } from 'react';

import { DataTable } from '../../components/data-table.js';
import { KeepInScheme } from '../../components/keep-in-scheme.js';
import { InsetText } from '../../components/notice.js';
import { StandardCard, type TypedCounts } from './standard-card.js';

const NONE: TypedCounts = { numerator: '', denominator: '' };

/** The standards of 2018 as dated data, each with a check of one's own counts; then measures and cut-offs. */
export function Standards() {
  const [counts, setCounts] = useState<ReadonlyMap<string, TypedCounts>>(new Map());
  return (
    <>
      <InsetText>
        <p>
          <strong>The set of 2018, shown as history.</strong> National measures have changed since. A verdict
          goes by the point value, as the standard is judged; chance stands beside it. What you type stays on
          this page, and is neither sent nor put into the address, unless you keep it in a scheme.
        </p>
      </InsetText>
      <h2>Each standard, and your own counts</h2>
      <div className="la-standards">
        {STANDARDS.map((standard) => (
          <StandardCard
            key={standard.code}
            standard={standard}
            counts={counts.get(standard.code) ?? NONE}
            onCounts={(next) => setCounts(new Map(counts).set(standard.code, next))}
          />
        ))}
      </div>
      <KeepInScheme
        fields={() =>
          Object.fromEntries(
            [...counts].map(([code, { numerator, denominator }]) => [
              standardBox(code),
              standardText(numerator.replaceAll(',', ''), denominator.replaceAll(',', '')),
            ]),
          )
        }
      />
      <h2>To ask beside the figures</h2>
      <ul>
        {STANDARD_QUESTIONS.map(({ text, source }) => (
          <li key={text}>
            {text} <span className="la-source">{sourceWords(source)}</span>
          </li>
        ))}
      </ul>
      <h2>Problem descriptors and their measures</h2>
      {DESCRIPTORS_NOTES.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <DataTable
        caption="Measures by problem descriptor, 2018"
        columns={[
          {
            id: 'name',
            heading: 'Problem',
            names: true,
            cell: ({ name, isNew }) => `${name}${isNew ? ' * (new with long-term conditions and MUS)' : ''}`,
          },
          { id: 'depression', heading: 'Depression', cell: ({ depression }) => depression },
          { id: 'anxiety', heading: 'Anxiety or MUS', cell: ({ anxietyOrMus }) => anxietyOrMus },
          { id: 'further', heading: 'If that is missing', cell: ({ furtherOption }) => furtherOption },
          { id: 'disability', heading: 'Disability', cell: ({ disability }) => disability },
        ]}
        rows={PROBLEM_DESCRIPTORS}
        keyOf={({ name }) => name}
      />
      <DataTable
        caption="Scores that count as a clinical case, 2018"
        columns={[
          { id: 'measure', heading: 'Measure', names: true, cell: ({ measure }) => measure },
          { id: 'cut-off', heading: 'Cut-off', cell: ({ cutOff }) => cutOff },
        ]}
        rows={CUT_OFFS}
        keyOf={({ measure }) => measure}
      />
      <p className="la-source">{sourceWords(DESCRIPTORS_SOURCE)}.</p>
    </>
  );
}

import { LADDER_CODES } from '@liaison-atlas/shared/analysis/ladder-code';
import { ladderLabel, ladderMeaning } from '@liaison-atlas/shared/analysis/ladder-label';

import { DataTable } from '../../components/data-table.js';
import { LadderMark } from '../../map/ladder-mark.js';

const ABSENCES = [
  { name: 'Don’t know', meaning: 'The respondent chose “I don’t know”. An answer in its own right.' },
  { name: 'Skipped', meaning: 'The question was shown and left empty.' },
  {
    name: 'Not asked',
    meaning: 'An earlier answer made the question not apply, or the version has no such question.',
  },
  { name: 'No reply', meaning: 'Nobody answered for the hospital.' },
  {
    name: 'Conflict',
    meaning: 'Respondents of one hospital gave opposite answers, and nobody has settled it.',
  },
];

/** The five absences and the codes of the ladder, as they stand in list, map and open data. */
export function AbsencesAndCodes() {
  return (
    <>
      <section aria-labelledby="absences-heading">
        <h2 id="absences-heading">Five ways of not knowing</h2>
        <p>They are kept apart everywhere. None of them is ever counted as “no” or as 0.</p>
        <DataTable
          caption="Kinds of missing answers"
          columns={[
            { id: 'name', heading: 'Name', names: true, cell: ({ name }) => name },
            { id: 'meaning', heading: 'Meaning', cell: ({ meaning }) => meaning },
          ]}
          rows={ABSENCES}
          keyOf={({ name }) => name}
        />
      </section>
      <section aria-labelledby="codes-heading">
        <h2 id="codes-heading">Codes and marks</h2>
        <p>Every hospital has exactly one code in a release, decided from top to bottom.</p>
        <DataTable
          caption="Codes of the integration ladder"
          columns={[
            { id: 'code', heading: 'Code', names: true, cell: (code) => code },
            { id: 'mark', heading: 'Mark', cell: (code) => <LadderMark code={code} /> },
            { id: 'label', heading: 'Words', cell: (code) => ladderLabel(code, 'not_known') },
            { id: 'meaning', heading: 'Meaning', cell: (code) => ladderMeaning(code, 'not_known') },
          ]}
          rows={LADDER_CODES}
          keyOf={(code) => code}
        />
      </section>
    </>
  );
}

import { DataTable } from '../../components/data-table.js';
import { countOf, formatPercent, formatRange } from '../../lib/format.js';
import { chanceWords } from './figure-words.js';
import { Responders } from './responders.js';
import type { ShownFigures } from './shown-figures.js';

const TESTS = {
  fisher: 'Fisher’s exact test',
  chi_square: 'Pearson’s χ² test',
  monte_carlo: 'χ² test by shuffling, seeded',
} as const;

/** Whether those who answered are like those who did not, and like each other; live answers only. */
export function ResponseChecks({ shown }: { readonly shown: ShownFigures }) {
  const { byGroup, checks } = shown;
  if (checks === null) return null;
  const { early, late, disagreement, weighted } = checks;
  return (
    <section aria-labelledby="checks-heading">
      <h2 id="checks-heading">Can these figures be trusted?</h2>
      {byGroup !== null && (
        <p>
          Yes, no and don’t know between the groups above: {TESTS[byGroup.method]}, {chanceWords(byGroup.p)},
          Cramér’s V {byGroup.cramersV.toFixed(2)}, {countOf(byGroup.n, 'answering hospital')}. It assumes
          that silent hospitals are like those that answered.
        </p>
      )}
      {weighted !== null && (
        <p>
          Weighted by region and kind of site: {formatPercent(weighted.share)} (
          {formatRange(weighted.interval.low, weighted.interval.high)}); design effect{' '}
          {weighted.designEffect.toFixed(2)}, effective number of answers {weighted.effectiveN.toFixed(1)}.
          The unweighted share in the table comes first.
        </p>
      )}
      {early !== null && late !== null && (
        <DataTable
          caption={`Those who answered early, and those who answered late${checks.lateEarlyP === null ? '' : ` (${chanceWords(checks.lateEarlyP)})`}`}
          columns={[
            { id: 'half', heading: 'Half', names: true, cell: ({ name }) => name },
            { id: 'yes', heading: 'Yes', numeric: true, cell: ({ half }) => half.yes },
            { id: 'no', heading: 'No', numeric: true, cell: ({ half }) => half.no },
            { id: 'dont-know', heading: 'Don’t know', numeric: true, cell: ({ half }) => half.dontKnow },
            { id: 'not-known', heading: 'Not known', numeric: true, cell: ({ half }) => half.notKnown },
            { id: 'hospitals', heading: 'Hospitals', numeric: true, cell: ({ half }) => half.hospitals },
          ]}
          rows={[
            { name: 'Early', half: early },
            { name: 'Late', half: late },
          ]}
          keyOf={({ name }) => name}
        />
      )}
      <p>
        {disagreement.rate === null
          ? 'No hospital has several forms with an answer to this question, so none can disagree.'
          : `Of ${countOf(disagreement.sets, 'set')} of several forms, ${disagreement.differing} disagree (${formatPercent(disagreement.rate)}).`}
      </p>
      <Responders responders={checks.responders} />
    </section>
  );
}

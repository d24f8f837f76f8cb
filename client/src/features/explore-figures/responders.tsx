import { hasCountsOnly } from '@liaison-atlas/shared/analysis/small-area';

import { DataTable } from '../../components/data-table.js';
import { countOf, formatPercent } from '../../lib/format.js';
import { BREAKDOWN_WORDS, chanceWords } from './figure-words.js';
import type { ShownFigures } from './shown-figures.js';
import { unknownFactWords } from './unknown-fact-words.js';

type RespondersByFact = NonNullable<ShownFigures['checks']>['responders'];

/** Those who answered beside those who did not, by each fact that is known of both. */
export function Responders({ responders }: { readonly responders: RespondersByFact }) {
  return (
    <>
      <h3>Who answered, and who did not</h3>
      <p>
        Where a round is announced through lists of liaison teams or of the accreditation network (PLAN), as
        that of 2018 was, hospitals with such a team are over-represented among those that answered.
      </p>
      {responders.map(({ by, groups, notKnown, p }) => {
        const all = groups.reduce((sum, group) => sum + group.responders + group.nonResponders, 0);
        const unknown = unknownFactWords(by, notKnown, all);
        if (notKnown === all) return <p key={by}>{unknown}</p>;
        return (
          <div key={by}>
            <DataTable
              caption={`${BREAKDOWN_WORDS[by]}${p === null ? '' : ` (${chanceWords(p)})`}`}
              columns={[
                { id: 'name', heading: 'Hospitals in', names: true, cell: ({ name }) => name },
                { id: 'answered', heading: 'Answered', numeric: true, cell: (row) => row.responders },
                { id: 'silent', heading: 'No reply', numeric: true, cell: (row) => row.nonResponders },
                {
                  id: 'rate',
                  heading: 'Share that answered',
                  numeric: true,
                  cell: (row) => rateWords(row),
                },
              ]}
              rows={groups}
              keyOf={({ code }) => code}
            />
            {unknown !== '' && <p>{unknown}</p>}
          </div>
        );
      })}
    </>
  );
}

/** Counts only below five hospitals, as everywhere. */
function rateWords({ responders, nonResponders }: RespondersByFact[number]['groups'][number]): string {
  const all = responders + nonResponders;
  return hasCountsOnly({ frame: all })
    ? `counts only, of ${countOf(all, 'hospital')}`
    : formatPercent(responders / all);
}

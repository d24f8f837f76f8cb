import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { formatCount } from '../../lib/format.js';
import type { ShownArea, ShownTracker } from './follow-responses.graphql.js';
import { toAreaRows } from './to-area-rows.js';
import { LEAST_FOR_PERCENT, toRateWords } from './to-rate-words.js';

const COUNTS = [
  ['complete', 'I'],
  ['partial', 'P'],
  ['refusal', 'R'],
  ['noContact', 'NC'],
  ['other', 'O'],
  ['unknownEligibility', 'U'],
] as const;
const RATES = ['rr1', 'rr2', 'rr3', 'rr4', 'rr5', 'rr6'] as const;

/** RR1 to RR6 of every area with the counts that they are made of. */
export function RateTable({ tracker }: { readonly tracker: ShownTracker }) {
  const rows = toAreaRows(tracker.areas, tracker.england, { sort: 'name', descending: false });
  return (
    <>
      <DataTable
        caption="Response rates RR1 to RR6, in hospitals"
        columns={[
          { id: 'name', heading: 'Area or kind', names: true, cell: ({ name }: ShownArea) => name },
          ...COUNTS.map(([id, heading]) => ({
            id,
            heading,
            numeric: true,
            cell: ({ dispositions }: ShownArea) => formatCount(dispositions[id]),
          })),
          { id: 'e', heading: 'e', numeric: true, cell: ({ dispositions }) => shareCell(dispositions) },
          ...RATES.map((id) => ({
            id,
            heading: id.toUpperCase(),
            numeric: true,
            cell: (area: ShownArea) => toRateWords(area.rates[id], area),
          })),
        ]}
        rows={rows}
        keyOf={({ code }) => code}
      />
      <Details summary="What the letters mean">
        <p>
          Response rates of the American Association for Public Opinion Research, over hospitals and never
          over forms. <strong>I</strong>: at least one form counts. <strong>P</strong>: a form was begun and
          not sent. <strong>R</strong>: the only form was taken back; refusals told otherwise are not recorded
          yet, so such a hospital is silent here. <strong>NC</strong>: known to be eligible, no reply.{' '}
          <strong>O</strong>: a form was sent and does not count, or waits for a person. <strong>U</strong>:
          silent, and not known whether there is a liaison team that could answer. <strong>e</strong>: the
          share of U that is taken to be eligible.
        </p>
        <p>
          RR1 = I / (I + P + R + NC + O + U). RR3 has e × U in place of U, RR5 leaves U out. RR2, RR4 and RR6
          count P as replies too. Below {LEAST_FOR_PERCENT} hospitals only the counts are shown.
        </p>
      </Details>
    </>
  );
}

const shareCell = ({ eligibleShare }: ShownArea['dispositions']): string =>
  eligibleShare === null ? 'not known' : eligibleShare.toFixed(3);

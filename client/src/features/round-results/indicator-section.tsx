import { DataTable } from '../../components/data-table.js';
import { IntervalBar } from '../../components/interval-bar.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import type { ShownIndicator } from './shown-results.js';
import { toIndicatorRows } from './to-indicator-rows.js';

/** One indicator: what is counted, the bar with its bounds, and the same figures as a table. */
export function IndicatorSection({ indicator }: { readonly indicator: ShownIndicator }) {
  const { title, question } = indicatorWords(indicator.id);
  const { lower, upper, amongRespondents, interval } = indicator;
  return (
    <section aria-labelledby={`indicator-${indicator.id}`}>
      <h3 id={`indicator-${indicator.id}`}>{title}</h3>
      <p>{question}</p>
      <IntervalBar what={title} lower={lower} upper={upper} tick={amongRespondents} interval={interval} />
      <p className="la-source">
        Blue bar: bounds over all hospitals. Black tick: share among respondents. White line: its 95%
        interval.
      </p>
      <DataTable
        caption={`${title}: every figure`}
        columns={[
          { id: 'figure', heading: 'Figure', names: true, cell: ({ figure }) => figure },
          { id: 'value', heading: 'Value', cell: ({ value }) => <strong>{value}</strong> },
          { id: 'meaning', heading: 'Definition', cell: ({ meaning }) => meaning },
        ]}
        rows={toIndicatorRows(indicator)}
        keyOf={({ id }) => id}
      />
    </section>
  );
}

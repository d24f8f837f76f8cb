import {
  CASES,
  type EstimateSheet,
  estimateSheet,
  type EstimateValues,
  widestInput,
} from '@liaison-atlas/shared/commissioning/estimate';

import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import {
  formatAmount,
  missingWords,
  resultSentence,
  unitWords,
  withoutValue,
} from '@liaison-atlas/shared/commissioning/estimate-words';

/** The results: a few sentences that are announced when they change, then every figure as a table, then the formulas. */
export function EstimateResults({
  sheet,
  values,
}: {
  readonly sheet: EstimateSheet;
  readonly values: EstimateValues;
}) {
  const rows = estimateSheet(sheet, values);
  const said = rows.flatMap(({ output, result }) =>
    output.sentence !== '' && result.state === 'estimated' ? [resultSentence(output, result.values)] : [],
  );
  const widest = widestInput(sheet, values);
  return (
    <section className="la-estimate-results" aria-labelledby="estimate-results">
      <h2 id="estimate-results">Results</h2>
      <div className="nhsuk-inset-text" aria-live="polite">
        <p>
          <strong>Planning estimate, not a count.</strong>
        </p>
        {said.length === 0 ? (
          <p>Nothing can be estimated yet: the inputs without a published value are empty.</p>
        ) : (
          said.map((sentence) => <p key={sentence}>{sentence}</p>)
        )}
        {widest && <p>The input that leaves most open: {widest.label.toLowerCase()}.</p>}
      </div>
      <DataTable
        caption={`${sheet.title}: every result`}
        columns={[
          {
            id: 'label',
            heading: 'Result',
            names: true,
            cell: ({ output, result }) => (
              <>
                {output.label} ({unitWords(output.unit)})
                <span className="la-source la-block">
                  {output.note} {missingWords(result, sheet)}
                </span>
              </>
            ),
          },
          ...CASES.map((one) => ({
            id: one,
            heading: one.charAt(0).toUpperCase() + one.slice(1),
            numeric: true,
            cell: ({ output, result }: (typeof rows)[number]) =>
              result.state === 'estimated'
                ? formatAmount(result.values[one], output)
                : one === 'central'
                  ? withoutValue(result)
                  : '–',
          })),
        ]}
        rows={rows}
        keyOf={({ output }) => output.key}
      />
      <Details summary="Formulas">
        <dl>
          {sheet.outputs.map(({ key, label, formula }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <code>{formula}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          Low, central and high take every input at its low, its central and its high value. They are not a
          statistical interval.
        </p>
      </Details>
    </section>
  );
}

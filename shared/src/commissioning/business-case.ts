import type { Problem } from '../kernel/problem.js';
import type { Result } from '../kernel/result.js';
import type { ReportNode, ReportTree } from '../publication/report/report-tree.js';
import { bullets, heading, paragraph, table } from './briefing/briefing-nodes.js';
import { CASES, estimateSheet, type EstimateSheet } from './estimate.js';
import { ESTIMATE_SHEETS } from './estimate-sheets.js';
import { formatAmount, missingWords, withoutValue } from './estimate-words.js';
import {
  BENEFIT_COLUMNS,
  benefitBox,
  BENEFITS,
  BENEFITS_SOURCE,
  LOGIC_COLUMNS,
  STRATEGIES,
  STRATEGIES_SOURCE,
} from './logic-model.js';
import { boxName, readEstimate, type TypedEstimate } from './read-estimate.js';
import { sourceWords } from './source-documents.js';

/** Everything that can be typed into a business case, by its name in the address; boxes of a sheet as `need.p`. */
export const BUSINESS_CASE_BOXES: readonly string[] = [
  ...ESTIMATE_SHEETS.flatMap(({ id, inputs }) =>
    inputs.flatMap(({ key }) => CASES.map((at) => `${id}.${boxName(key, at)}`)),
  ),
  ...STRATEGIES.map(({ key }) => key),
  ...LOGIC_COLUMNS.map(({ key }) => key),
  ...BENEFITS.flatMap(({ key }) => BENEFIT_COLUMNS.map((column) => benefitBox(key, column.key))),
];

/** Letters that a column of the logic model can have. */
export const LONGEST_BOX = 1000;

/** Which results of which sheet fill which column before anybody writes in it. */
const FILLED_BY: Readonly<Record<string, readonly string[]>> = {
  'lm.inputs': ['workforce'],
  'lm.activities': ['training'],
  'lm.outputs': ['need'],
  'lm.outcomes': ['benefits'],
};

/**
 * A logic model and a benefits plan from what the estimators hold in the address and what was written beside it. What
 * nobody wrote is "not known"; nothing is claimed to be saved.
 */
export function composeBusinessCase(typed: TypedEstimate): Result<ReportTree, Problem> {
  const read = ESTIMATE_SHEETS.map((sheet) => ({
    sheet,
    ...readEstimate(sheet, (box) => typed(`${sheet.id}.${box}`)),
  }));
  const problems: readonly Problem[] = [
    ...read.flatMap(({ sheet, problems: own }) =>
      own.map((one) => ({ ...one, field: one.field === '' ? '' : `${sheet.id}.${one.field}` })),
    ),
    ...BUSINESS_CASE_BOXES.filter((box) => (typed(box) ?? '').length > LONGEST_BOX).map((field) => ({
      code: 'TEXT_TOO_LONG',
      field,
      message: `A text is longer than ${LONGEST_BOX} characters.`,
      mend: 'Shorten it.',
    })),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const lines = new Map(read.map(({ sheet, values }) => [sheet.id, resultLines(sheet, values, typed)]));
  const ticked = STRATEGIES.filter(({ key }) => typed(key) === 'y');
  const open = STRATEGIES.filter(({ key }) => typed(key) !== 'y');
  return {
    ok: true,
    value: {
      schema: 'liaison-atlas/report/1',
      lang: 'en-GB',
      title: 'Business case: logic model and benefits plan',
      notice: '',
      about: [
        'DRAFT: made from planning estimates and from what its reader typed, which nobody has checked.',
        'Estimates count nobody. The cost difference behind the benefits was observed, not caused.',
      ],
      date: '2018-01-01T00:00:00.000Z',
      nodes: [
        heading('strategies', 'Strategies that it serves'),
        ...(ticked.length === 0 ? [paragraph('Not known: none has been ticked.')] : []),
        bullets([...ticked.map(({ text }) => `☑ ${text}`), ...open.map(({ text }) => `☐ ${text}`)]),
        heading('logic-model', 'Logic model'),
        ...LOGIC_COLUMNS.flatMap(({ key, label }): readonly ReportNode[] => {
          const filled = (FILLED_BY[key] ?? []).flatMap((id) => lines.get(id) ?? []);
          const own = (typed(key) ?? '').split('\n').filter((line) => line.trim() !== '');
          const items = [...filled, ...own];
          return [
            heading(key.replace('.', '-'), label, 3),
            items.length === 0 ? paragraph('Not known: nothing was entered.') : bullets(items),
          ];
        }),
        heading('benefits', 'Benefits plan'),
        paragraph('Costs and benefits rarely fall in the same place: say for each who pays and who gains.'),
        table(
          'Benefits: how delivered, measured and reported',
          ['Benefit', ...BENEFIT_COLUMNS.map(({ label }) => label)],
          BENEFITS.map(({ key, text, measure }) => [
            text,
            ...BENEFIT_COLUMNS.map((column) => {
              const own = (typed(benefitBox(key, column.key)) ?? '').trim();
              if (own !== '') return own;
              return column.key === 'measured' ? `Not known; could be ${measure}` : 'Not known';
            }),
          ]),
        ),
        heading('sources', 'Sources'),
        paragraph(`${sourceWords(`${STRATEGIES_SOURCE}, ${BENEFITS_SOURCE}`)}. In our own words.`),
      ],
    },
  };
}

/** The results of a sheet in which something was typed; a sheet that was left alone says nothing. */
function resultLines(
  sheet: EstimateSheet,
  values: Parameters<typeof estimateSheet>[1],
  typed: TypedEstimate,
): readonly string[] {
  const touched = sheet.inputs.some(({ key }) =>
    CASES.some((at) => (typed(`${sheet.id}.${boxName(key, at)}`) ?? '') !== ''),
  );
  if (!touched) return [];
  return estimateSheet(sheet, values).flatMap(({ output, result }) => {
    if (result.state !== 'estimated')
      return [`${output.label}: ${missingWords(result, sheet) || withoutValue(result)}`];
    const { low, central, high } = result.values;
    const amount = (value: number): string => formatAmount(value, output);
    const range = low === high ? '' : ` (${amount(low)} to ${amount(high)})`;
    return [`${output.label}: ${amount(central)}${range}, planning estimate`];
  });
}

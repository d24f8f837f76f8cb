import type { ReportNode } from '../../publication/report/report-tree.js';
import { NEED_SHEET } from '../estimate-need.js';
import { type EstimateValues, estimateSheet, widestInput } from '../estimate.js';
import { formatAmount } from '../estimate-words.js';
import { POPULATION } from '../need-inputs.js';
import { boxName, shownText, type TypedEstimate } from '../read-estimate.js';
import { heading, paragraph, table } from './briefing-nodes.js';

/**
 * The results and the inputs that they were made from.
 * @param counted what counts for each box: what was typed, and the residents of the area where no population was
 * @param typed what the reader typed, which is marked
 */
export function needPart(
  values: EstimateValues,
  counted: TypedEstimate,
  typed: TypedEstimate,
): readonly ReportNode[] {
  const results = estimateSheet(NEED_SHEET, values);
  const missing = results
    .filter(({ result }) => result.state === 'input_missing')
    .map(({ output }) => output.label);
  const estimated = results.flatMap(({ output, result }) =>
    result.state === 'estimated' ? [{ output, values: result.values }] : [],
  );
  const title = heading('need', 'Need: planning estimate, not a count');
  if (estimated.length === 0)
    return [
      title,
      paragraph(
        'Not known: no population was given. Enter one at /estimate/need, or add p=… to the address of this briefing.',
      ),
    ];
  const used = NEED_SHEET.inputs.filter(({ key }) =>
    estimated.some(({ output }) => output.needs.includes(key)),
  );
  const widest = widestInput(NEED_SHEET, values);
  const inputs = used.map((input) => {
    const cases = input.kind === 'single' ? (['central'] as const) : (['low', 'central', 'high'] as const);
    const own = cases.some((at) => (typed(boxName(input.key, at)) ?? '') !== '');
    const texts = [...new Set(cases.map((at) => shownText(input, at, counted)))];
    const isResidents = !own && input.published === null && input.key === POPULATION.key;
    return `${input.symbol} ${texts.join('–')}${input.unit === 'share' ? '%' : ''}${own ? ' (typed)' : isResidents ? ' (residents of mid-2019, Office for National Statistics)' : ''}`;
  });
  return [
    title,
    table(
      'Low, central and high',
      ['Result', 'Low', 'Central', 'High'],
      estimated.map(({ output, values: three }) => [
        output.label,
        formatAmount(three.low, output),
        formatAmount(three.central, output),
        formatAmount(three.high, output),
      ]),
    ),
    paragraph(
      `Inputs: ${inputs.join('; ')}.${widest ? ` The input that leaves most open: ${widest.label.toLowerCase()}.` : ''}${missing.length === 0 ? '' : ` Not known, because nothing was given for them, which is not 0: ${missing.join('; ')}.`}`,
    ),
  ];
}

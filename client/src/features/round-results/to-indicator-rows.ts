import { formatPercent, formatRange } from '../../lib/format.js';
import type { ShownIndicator } from './shown-results.js';

/** One line of the table beside an interval bar: the figure, its value, and what it assumes. */
export interface FigureRow {
  readonly id: string;
  readonly figure: string;
  readonly value: string;
  readonly meaning: string;
}

const METHODS: Readonly<Record<string, string>> = {
  'wilson-fpc': 'Wilson interval with finite-population correction, 95%',
  hypergeometric: 'exact hypergeometric interval, 95%',
  census: 'every hospital answered, so there is no sampling uncertainty',
};

/**
 * Every published figure of an indicator in words, bounds before estimates (methods C3). A share nobody could be
 * asked for is "nobody answered", never 0%.
 */
export function toIndicatorRows(indicator: ShownIndicator): readonly FigureRow[] {
  const { yes, no, dontKnow, notKnown, frame, lower, upper, amongRespondents, amongThoseWhoKnow } = indicator;
  const { interval, knownInterval } = indicator;
  const answered = yes + no + dontKnow;
  return [
    { id: 'yes', figure: 'Yes', value: `${yes} of ${frame}`, meaning: 'Hospitals whose answer is yes.' },
    { id: 'no', figure: 'No', value: `${no} of ${frame}`, meaning: 'Hospitals whose answer is no.' },
    {
      id: 'dont-know',
      figure: 'Don’t know',
      value: `${dontKnow} of ${frame}`,
      meaning: 'The respondent chose “don’t know”: an answer in its own right.',
    },
    {
      id: 'not-known',
      figure: 'Not known',
      value: `${notKnown} of ${frame}`,
      meaning: 'No reply, skipped, not asked, or respondents disagree.',
    },
    {
      id: 'bounds',
      figure: 'Between',
      value: formatRange(lower, upper),
      meaning: `Bounds over all ${frame} hospitals: everything unknown counted as no, then as yes. No assumption is made about who did not answer.`,
    },
    {
      id: 'among-respondents',
      figure: 'Among respondents',
      value:
        amongRespondents === null
          ? 'nobody answered'
          : `${formatPercent(amongRespondents)} (${yes} of ${answered})`,
      meaning:
        'Yes out of yes, no and don’t know. Holds for others only if they are like those who answered.',
    },
    {
      id: 'interval',
      figure: 'Interval of that share',
      value: interval === null ? 'nobody answered' : formatRange(interval.low, interval.high),
      meaning: interval === null ? 'None can be given.' : `${METHODS[interval.method] ?? interval.method}.`,
    },
    {
      id: 'among-those-who-know',
      figure: 'Among those who knew',
      value:
        amongThoseWhoKnow === null
          ? 'nobody knew'
          : `${formatPercent(amongThoseWhoKnow)} (${yes} of ${yes + no})${knownInterval ? `, ${formatRange(knownInterval.low, knownInterval.high)}` : ''}`,
      meaning: 'Yes out of yes and no; plain Wilson interval, 95%.',
    },
  ];
}

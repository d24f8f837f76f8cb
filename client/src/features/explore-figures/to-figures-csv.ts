import { SYNTHETIC_NOTICE } from '@liaison-atlas/shared/publication/synthetic-marking';

import { csvText } from '../../lib/csv-text.js';
import { benchmarkWords } from './figure-words.js';
import type { ShownFigures } from './shown-figures.js';

const COLUMNS = [
  'round',
  'basis',
  'indicator',
  'indicator_version',
  'group_code',
  'group_name',
  'yes',
  'no',
  'dont_know',
  'not_known',
  'frame',
  'lower',
  'upper',
  'among_respondents',
  'interval_low',
  'interval_high',
  'interval_method',
  'among_those_who_know',
  'known_interval_low',
  'known_interval_high',
  'against_england',
  'status',
  'code_version',
  'notice',
] as const;

/** What a table was made from, in one line: the release with its hash, or the live state with that of the answers. */
export function basisWords({ basis }: Pick<ShownFigures, 'basis'>): string {
  return basis.release === null
    ? `live, unreleased, answers ${basis.answersHash.slice(0, 12)} as at ${basis.asAt}`
    : `release ${basis.release.number}, sha256 ${basis.release.sha256}`;
}

/** The table as a file: every row says where it comes from. Proportions 0 to 1, unrounded; an empty cell = not given. */
export function toFiguresCsv(shown: ShownFigures): string {
  const { round, indicator, basis, figures } = shown;
  return csvText([
    COLUMNS,
    ...figures.map((row) => [
      round.id,
      basisWords(shown),
      indicator.id,
      indicator.version,
      row.code,
      row.name,
      row.yes,
      row.no,
      row.dontKnow,
      row.notKnown,
      row.frame,
      row.lower,
      row.upper,
      row.amongRespondents,
      row.interval?.low ?? null,
      row.interval?.high ?? null,
      row.interval?.method ?? null,
      row.amongThoseWhoKnow,
      row.knownInterval?.low ?? null,
      row.knownInterval?.high ?? null,
      benchmarkWords(row),
      row.hidden ? 'hidden' : row.countsOnly ? 'counts only' : '',
      basis.codeVersion,
      round.kind === 'synthetic' ? SYNTHETIC_NOTICE : '',
    ]),
  ]);
}

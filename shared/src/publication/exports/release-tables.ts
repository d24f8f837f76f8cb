import { LADDER_CODES, type LadderCode } from '../../analysis/ladder-code.js';
import { ladderWords } from '../../analysis/ladder-label.js';
import { roundKindOnTheWire } from '../../fieldwork/round.js';
import type { ReleaseDocument } from '../release.js';
import { HOSPITAL_COLUMNS, toHospitalsRows } from '../to-hospitals-rows.js';
import { absentCodes } from './absent-words.js';
import {
  type Cell,
  codedColumn,
  column,
  type ExportCode,
  type ExportColumn,
  type ExportTable,
  valueCodes,
} from './export-table.js';
import { kindColumn } from './round-columns.js';

/** A table with all its rows: what a release publishes is small. */
export interface FilledTable {
  readonly table: ExportTable;
  readonly rows: readonly (readonly Cell[])[];
}

const CATEGORIES: readonly ExportCode[] = LADDER_CODES.map((code) => ({
  code,
  label: ladderWords(code),
  absent: code === 'NP' || code === 'NR',
}));
const OTHER = [
  ...valueCodes({ yes: 'Yes', no: 'No' }),
  { code: 'not_known', label: 'Not known', absent: false },
];
const TRUE_FALSE = valueCodes({ true: 'Yes', false: 'No' });

const COLUMNS: Readonly<Record<(typeof HOSPITAL_COLUMNS)[number], ExportColumn>> = {
  odsCode: column('odsCode', 'ODS code of the hospital', { width: 10 }),
  name: column('name', 'Hospital'),
  trust: column('trust', 'Trust, February 2018'),
  trustCode: column('trustCode', 'ODS code of the trust', { width: 10 }),
  region: column('region', 'Region', { width: 80 }),
  icb: column('icb', 'Integrated care board, July 2022'),
  icbCode: column('icbCode', 'ODS code of the integrated care board', { width: 10 }),
  // A ladder is read by its codes, absences included; none of them is missing.
  category: codedColumn(
    'category',
    'Code of what is published about the hospital',
    CATEGORIES.map((one) => ({ ...one, absent: false })),
  ),
  label: column('label', 'The category in words'),
  kind: kindColumn,
  asAt: column('asAt', 'Moment or period that the answers describe', { width: 40 }),
  otherProvision: codedColumn('otherProvision', 'Other integrated provision on site', OTHER),
  isGap: codedColumn('isGap', 'Whether the word gap may be used', TRUE_FALSE),
  score: column('score', 'Published score of integration, 0 to 100; an empty cell = none is published', {
    type: 'integer',
    min: 0,
    max: 100,
  }),
  marker: column('marker', 'What must be read with the row', { width: 400 }),
};

/** `hospitals.csv` of a release with what its columns mean. The same rows, from the same place. */
export const releaseHospitals = (release: ReleaseDocument): FilledTable => ({
  table: {
    id: 'hospitals',
    title: 'Hospitals',
    rowIs: 'a hospital of the listed frame, as it is published',
    key: ['odsCode'],
    columns: HOSPITAL_COLUMNS.map((name) => COLUMNS[name]),
  },
  rows: toHospitalsRows(release).rows,
});

const VARIABLES = ['category', 'otherProvision', 'score'] as const;

/** `long.csv` of a release: one row a hospital and variable, with the reason where nothing is published. */
export function releaseLong(release: ReleaseDocument): FilledTable {
  const kind = roundKindOnTheWire(release.round.kind);
  return {
    table: {
      id: 'long',
      title: 'Hospitals, one variable a row',
      rowIs: 'one variable of one hospital, as it is published',
      key: ['odsCode', 'variable'],
      columns: [
        kindColumn,
        column('round', 'Round', { width: 36 }),
        COLUMNS.odsCode,
        codedColumn(
          'variable',
          'Column of the hospitals file that holds the same',
          VARIABLES.map((code) => ({ code, label: COLUMNS[code].label, absent: false })),
        ),
        codedColumn(
          'state',
          'Whether a value is published',
          valueCodes({ published: 'Published', absent: 'Not published, or not known; the value says which' }),
        ),
        column('value', 'The value, or the word for why there is none', { width: 40 }),
        column('label', 'The words of the value', { width: 200 }),
      ],
    },
    rows: release.hospitals.flatMap(({ odsCode, category, label, otherProvision, score }) => {
      const row = (variable: string, state: string, value: Cell, words: string): readonly Cell[] => [
        kind,
        release.round.id,
        odsCode,
        variable,
        state,
        value,
        words,
      ];
      const isSilent = category === 'NP' || category === 'NR';
      return [
        row('category', isSilent ? 'absent' : 'published', category, label),
        row(
          'otherProvision',
          otherProvision === 'not_known' ? 'absent' : 'published',
          otherProvision,
          OTHER.find(({ code }) => code === otherProvision)?.label ?? '',
        ),
        score === null
          ? row('score', 'absent', whyNoScore(category), wordsFor(whyNoScore(category)))
          : row('score', 'published', score, ''),
      ];
    }),
  };
}

const NO_SCORE = absentCodes(['no_reply', 'not_published', 'not_asked', 'skipped']);
const wordsFor = (word: string): string => NO_SCORE.find(({ code }) => code === word)?.label ?? '';

/** Why a hospital shows no score, as far as its published code says. */
const whyNoScore = (code: LadderCode): string => {
  if (code === 'NR') return 'no_reply';
  if (code === 'GU') return 'skipped';
  return code === 'NP' || code === 'GP' || code === 'CF' ? 'not_published' : 'not_asked';
};

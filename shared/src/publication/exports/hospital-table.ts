import type { HospitalRecord } from '../../cleaning/analysis-dataset.js';
import { closedItems, substantiveOptions } from '../../cleaning/closed-items.js';
import type { Hospital } from '../../frame/hospital.js';
import { askedWhen } from '../../instrument/asked-when.js';
import { type Instrument, questionsOf } from '../../instrument/instrument.js';
import { type AbsentWord, absentCodes } from './absent-words.js';
import {
  type Cell,
  codedColumn,
  column,
  type ExportColumn,
  type ExportTable,
  valueCodes,
  withOwnNames,
} from './export-table.js';
import { hospitalCells, hospitalColumns, kindColumn, type RoundMark, roundCells } from './round-columns.js';

const POSITIONS: readonly AbsentWord[] = ['dont_know', 'skipped', 'not_asked', 'conflict', 'no_reply'];
const YES_NO = valueCodes({ yes: 'Yes', no: 'No' });
/** Words of the two answers that are derived from two questions each. */
const DERIVED: Readonly<Record<string, string>> = {
  iapt_treats_mus_ltc: 'IAPT treats MUS or LTC (derived from the two questions)',
  iapt_inreach: 'IAPT in-reach for MUS or LTC (derived from the two questions)',
};

/** The cleaned hospitals of a round for its own team: one row a hospital of the frame, those that were silent too. */
export interface HospitalTable {
  readonly table: ExportTable;
  readonly rowOf: (record: HospitalRecord) => readonly Cell[];
}

/**
 * One row a hospital: its position on every closed question as analysis counts it, the lead's score, and the consents.
 * An answer that is missing says why; a hospital nobody answered for says `no_reply` throughout.
 */
export function hospitalTable(
  round: RoundMark,
  instrument: Instrument,
  hospitals: ReadonlyMap<string, Hospital>,
): HospitalTable {
  const items = closedItems(questionsOf(instrument));
  const itemColumns = items.map(({ key, question, option }): ExportColumn => {
    const absences = absentCodes(POSITIONS);
    if (question === null) return codedColumn(key, DERIVED[key] ?? key, [...YES_NO, ...absences]);
    const asked = { askedWhen: askedWhen(instrument, question) };
    if (option !== null)
      return codedColumn(key, `${question.text.en} ${option.label.en}`, [...YES_NO, ...absences], asked);
    const values = substantiveOptions(question).map(({ code, label }) => ({
      code,
      label: label.en,
      absent: false,
    }));
    return codedColumn(key, question.text.en, [...values, ...absences], asked);
  });
  const hasScore = questionsOf(instrument).some(({ variable }) => variable === 'integration');
  const columns = withOwnNames([
    kindColumn,
    column('round', 'Round', { width: 36 }),
    ...hospitalColumns,
    column('forms', 'Forms that count for the hospital', { type: 'integer', min: 0 }),
    codedColumn('clustered', 'Answered together with other hospitals of its trust', YES_NO),
    codedColumn('nameFacts', 'Its facts may be published under its name', YES_NO),
    codedColumn('nameScore', 'Its score may be published under its name', YES_NO),
    codedColumn('quote', 'It may be quoted under its name', YES_NO),
    column('lastSubmittedOn', 'Day of its latest form', {
      type: 'day',
      width: 14,
      codes: absentCodes(['no_reply']),
    }),
    ...itemColumns,
    ...(hasScore
      ? [
          column('leadScore', 'Integration as judged by the lead of the liaison team', {
            type: 'integer',
            min: 0,
            max: 100,
            codes: absentCodes(['dont_know', 'skipped', 'not_asked', 'no_reply']),
          }),
          column('otherScores', 'Scores of its other raters, from low to high'),
        ]
      : []),
  ]);
  const rowOf = (record: HospitalRecord): readonly Cell[] => [
    ...roundCells(round),
    ...hospitalCells(round.kind, record.odsCode, hospitals),
    record.forms,
    yesNo(record.clustered),
    yesNo(record.consent.nameFacts),
    yesNo(record.consent.nameScore),
    yesNo(record.consent.quote),
    record.lastSubmittedAt === '' ? 'no_reply' : record.lastSubmittedAt.slice(0, 10),
    ...items.map(({ key }): Cell => {
      const position = record.closed?.[key]?.position ?? { missing: 'no_reply' as const };
      return 'given' in position ? position.given : position.missing;
    }),
    ...(hasScore ? [scoreOf(record), record.otherScores.join(' ')] : []),
  ];
  return {
    table: {
      id: 'hospitals',
      title: 'Hospitals',
      rowIs: 'a hospital of the frame, as analysis counts it',
      key: ['odsCode'],
      columns,
    },
    rowOf,
  };
}

const yesNo = (is: boolean): Cell => (is ? 'yes' : 'no');

/** No lead's form: nobody answered who could be the lead. */
const scoreOf = ({ score }: Pick<HospitalRecord, 'score'>): Cell =>
  'given' in score ? score.given : score.missing === 'no_lead' ? 'no_reply' : score.missing;

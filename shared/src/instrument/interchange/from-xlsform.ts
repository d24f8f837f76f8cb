import type { Comparability, Instrument } from '../instrument.js';
import type { InstrumentProblem } from '../instrument-problem.js';
import { checkImported } from './check-imported.js';
import { readChoices } from './read-choices.js';
import { ImportFindings, readRows, secondLanguagesOf, type SheetRow, untaggedOf } from './sheet-reader.js';
import { SurveyReader } from './survey-reader.js';
import {
  COMPARABILITY_SHEET,
  OWN,
  type Place,
  type Sheet,
  type SheetProblem,
  type XlsForm,
} from './xlsform.js';

/** What came of reading a form: the instrument when nothing stops it, and in any case everything there is to say. */
export interface XlsFormReading {
  /** Undefined when there are problems: an instrument is never imported by halves. */
  readonly instrument?: Instrument;
  readonly problems: readonly SheetProblem[];
  /** What was left out or assumed; the import goes on. */
  readonly notices: readonly SheetProblem[];
}

const STATUSES: readonly Instrument['status'][] = ['draft', 'piloted', 'published', 'retired'];
const VERDICTS: readonly Comparability['verdict'][] = ['same', 'minor_wording', 'not_comparable', 'new'];

/**
 * Reads an XLSForm as an instrument, or says cell by cell what stops it. Forms of other programs are read too, as far
 * as our questions go; what they do not say about disclosure is taken at its strictest and reported.
 */
export function fromXlsForm(form: XlsForm): XlsFormReading {
  const findings = new ImportFindings();
  const sheet = (name: string): Sheet | undefined =>
    form.find((each) => each.name.trim().toLowerCase() === name);
  const [survey, choices, settings] = [sheet('survey'), sheet('choices'), sheet('settings')];
  for (const name of ['survey', 'settings'])
    if (!sheet(name))
      findings.refuse(
        { sheet: name, row: 0, column: '' },
        'NO_SHEET',
        `There is no sheet "${name}".`,
        'Add it: an XLSForm has the sheets survey, choices and settings.',
      );
  for (const { name } of form)
    if (!['survey', 'choices', 'settings', COMPARABILITY_SHEET].includes(name.trim().toLowerCase()))
      findings.note(
        { sheet: name, row: 0, column: '' },
        'SHEET_LEFT_OUT',
        'The sheet is not part of a questionnaire and is left out.',
        'Nothing needs to be done.',
      );
  if (!survey || !settings) return reading(findings);

  const [formSettings] = readRows(settings, undefined, findings);
  const secondLanguage = secondLanguageOf([survey, choices], formSettings, findings);
  const lists = readChoices(choices ? readRows(choices, secondLanguage, findings) : [], findings);
  const reader = new SurveyReader(lists, findings, sourceOf(formSettings));
  const { pages, information, rowOf } = reader.read(readRows(survey, secondLanguage, findings));
  const head = readSettings(formSettings, findings);
  const comparability = readComparability(sheet(COMPARABILITY_SHEET), findings);
  if (findings.problems.length > 0) return reading(findings);

  const instrument: Instrument = {
    ...head,
    ...(secondLanguage === undefined ? {} : { secondLanguage }),
    information,
    pages,
    ...(comparability ? { comparability } : {}),
  };
  const { stopping, toDo } = checkImported(instrument);
  for (const each of stopping) findings.refuse(placeOf(each, rowOf), each.code, said(each), each.mend);
  for (const each of toDo) findings.note(placeOf(each, rowOf), each.code, said(each), each.mend);
  return findings.problems.length > 0 ? reading(findings) : { ...reading(findings), instrument };
}

const said = ({ field, message }: InstrumentProblem): string =>
  field === '' ? message : `${field}: ${message}`;

function placeOf({ field, part }: InstrumentProblem, rowOf: ReadonlyMap<string, number>): Place {
  if (field === '' && (part === 'key' || part === 'title'))
    return { sheet: 'settings', row: 2, column: part === 'key' ? 'form_id' : 'form_title' };
  return { sheet: 'survey', row: rowOf.get(field) ?? 0, column: '' };
}

const reading = ({ problems, notices }: ImportFindings): XlsFormReading => ({ problems, notices });

const sourceOf = (settings: SheetRow | undefined): string =>
  `imported from the XLSForm ${settings?.cell('form_id') ?? ''} ${settings?.cell('version') ?? ''}`.trim();

function secondLanguageOf(
  sheets: readonly (Sheet | undefined)[],
  settings: SheetRow | undefined,
  findings: ImportFindings,
): string | undefined {
  for (const sheet of sheets)
    for (const heading of untaggedOf(sheet))
      findings.refuse(
        { sheet: sheet?.name ?? '', row: 1, column: heading },
        'UNKNOWN_LANGUAGE',
        'The heading does not say which language it is.',
        'Write the language with its tag, such as label::Cymraeg (cy).',
      );
  const stated = settings?.cell(`${OWN}second_language`) ?? '';
  const named = [...new Set([...(stated === '' ? [] : [stated]), ...sheets.flatMap(secondLanguagesOf)])];
  const tags = named.filter((tag) => tag !== '?');
  if (tags.length > 1)
    findings.refuse(
      { sheet: 'survey', row: 1, column: '' },
      'TOO_MANY_LANGUAGES',
      `A questionnaire has English and one other language; this has ${tags.join(', ')}.`,
      'Keep the columns of one second language.',
    );
  return tags[0];
}

function readSettings(
  row: SheetRow | undefined,
  findings: ImportFindings,
): Pick<Instrument, 'key' | 'version' | 'title' | 'status' | 'changeNote'> {
  const cell = (column: string): string => row?.cell(column) ?? '';
  const need = (column: string, what: string): string => {
    if (cell(column) === '')
      findings.refuse(
        row?.at(column) ?? { sheet: 'settings', row: 2, column },
        'NO_SETTING',
        `The ${what} is not given.`,
        `Write it in the column ${column} of the settings sheet.`,
      );
    return cell(column);
  };
  need('form_title', 'title');
  const title = row?.exact('form_title') ?? '';
  const second = row?.exact(`${OWN}title_second`) ?? '';
  const written = cell(`${OWN}status`) || 'draft';
  const status = STATUSES.find((each) => each === written);
  if (!status)
    findings.refuse(
      row?.at(`${OWN}status`) ?? { sheet: 'settings', row: 2, column: `${OWN}status` },
      'UNKNOWN_STATUS',
      `There is no status "${written}".`,
      `Use one of ${STATUSES.join(', ')}, or leave the cell empty for a draft.`,
    );
  return {
    key: need('form_id', 'key of the instrument'),
    version: cell('version'),
    title: second === '' ? { en: title } : { en: title, second },
    status: status ?? 'draft',
    changeNote: row?.exact(`${OWN}change_note`) ?? '',
  };
}

function readComparability(
  sheet: Sheet | undefined,
  findings: ImportFindings,
): readonly Comparability[] | undefined {
  if (!sheet) return undefined;
  return readRows(sheet, undefined, findings).map((row) => {
    const verdict = VERDICTS.find((each) => each === row.cell('verdict'));
    if (!verdict)
      findings.refuse(
        row.at('verdict'),
        'UNKNOWN_VERDICT',
        `There is no verdict "${row.cell('verdict')}".`,
        `Use one of ${VERDICTS.join(', ')}.`,
      );
    return {
      variable: row.cell('variable'),
      fromVersion: row.cell('from_version'),
      toVersion: row.cell('to_version'),
      verdict: verdict ?? 'not_comparable',
      note: row.exact('note'),
    };
  });
}

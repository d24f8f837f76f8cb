import type { Option, OptionKind } from '../instrument.js';
import type { ImportFindings, SheetRow } from './sheet-reader.js';
import { OWN } from './xlsform.js';

/** One choice with the row it stands in. */
export interface Choice {
  readonly option: Option;
  readonly row: SheetRow;
}

/** The lists of the choices sheet by name. */
export type ChoiceLists = ReadonlyMap<string, readonly Choice[]>;

const KINDS: readonly OptionKind[] = ['substantive', 'dont_know', 'not_applicable', 'refused'];

/** Reads the choices sheet. An empty `atlas_kind` means an answer; the absences have to be named. */
export function readChoices(rows: readonly SheetRow[], findings: ImportFindings): ChoiceLists {
  const lists = new Map<string, Choice[]>();
  for (const row of rows) {
    const [list, code, kind] = [row.cell('list_name'), row.cell('name'), row.cell(`${OWN}kind`)];
    const label = row.text('label');
    if (list === '')
      findings.refuse(row.at('list_name'), 'NO_LIST', 'The choice belongs to no list.', 'Name its list.');
    if (code === '')
      findings.refuse(row.at('name'), 'NO_CODE', 'The choice has no code.', 'Give it a name, such as yes.');
    if (!label) findings.refuse(row.at('label'), 'NO_LABEL', 'The choice has no words.', 'Write its label.');
    const known = kind === '' ? 'substantive' : KINDS.find((each) => each === kind);
    if (!known)
      findings.refuse(
        row.at(`${OWN}kind`),
        'UNKNOWN_KIND',
        `There is no kind "${kind}".`,
        `Use one of ${KINDS.join(', ')}, or leave the cell empty for an answer.`,
      );
    const choices = lists.get(list) ?? [];
    if (choices.some(({ option }) => option.code === code))
      findings.refuse(
        row.at('name'),
        'DUPLICATE_OPTION',
        `The list ${list} has the code ${code} twice.`,
        'Give every choice of a list a code of its own.',
      );
    choices.push({ option: { code, label: label ?? { en: '' }, kind: known ?? 'substantive' }, row });
    lists.set(list, choices);
  }
  return lists;
}

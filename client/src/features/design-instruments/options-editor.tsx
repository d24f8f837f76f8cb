import type { MatrixRow, Option, QuestionType } from '@liaison-atlas/shared/instrument/instrument';
import { STANDARD_ABSENCES } from '@liaison-atlas/shared/instrument/standard-options';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { CodedList, freeCode } from './coded-list.js';
import { SmallButton } from './fields.js';
import { offersAnswers } from './question-words.js';

interface ListProps<Item> {
  readonly secondLanguage: string | undefined;
  readonly problems: readonly Problem[];
  readonly onChange: (items: readonly Item[]) => void;
}

/** The answers to choose from, and the standard ways not to answer, each under its standard code. */
export function OptionsEditor(
  props: ListProps<Option> & { readonly type: QuestionType; readonly options: readonly Option[] },
) {
  const { type, options, secondLanguage, problems, onChange } = props;
  const absences = STANDARD_ABSENCES.filter(
    ({ kind }) => !options.some((option) => option.kind === kind),
  ).map((absence) => (
    <SmallButton key={absence.kind} onClick={() => onChange([...options, absence])}>
      Add “{absence.label.en}”
    </SmallButton>
  ));
  const add = (): void => {
    const added: Option = { code: freeCode('option', options), label: { en: '' }, kind: 'substantive' };
    const firstAbsence = options.findIndex(({ kind }) => kind !== 'substantive');
    const place = firstAbsence < 0 ? options.length : firstAbsence;
    onChange([...options.slice(0, place), added, ...options.slice(place)]);
  };
  return (
    <CodedList
      noun={offersAnswers(type) ? 'Option' : 'Way not to answer'}
      items={options}
      secondLanguage={secondLanguage}
      problems={problems}
      onChange={onChange}
      {...(offersAnswers(type) && { onAdd: add })}
    >
      {absences}
    </CodedList>
  );
}

/** The rows of a matrix. */
export function RowsEditor(props: ListProps<MatrixRow> & { readonly rows: readonly MatrixRow[] }) {
  const { rows, secondLanguage, problems, onChange } = props;
  return (
    <CodedList
      noun="Row"
      items={rows}
      secondLanguage={secondLanguage}
      problems={problems}
      onChange={onChange}
      onAdd={() => onChange([...rows, { code: freeCode('row', rows), label: { en: '' } }])}
    />
  );
}

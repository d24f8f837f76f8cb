import { assertNever } from '@liaison-atlas/shared/kernel/assert-never';
import type { HospitalChoice, QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';

import { DateField } from './date-field.js';
import type { Prominence } from './field-parts.js';
import { HospitalField } from './hospital-field.js';
import { OptionList } from './option-list.js';
import { ScaleField } from './scale-field.js';
import { TextField } from './text-field.js';

/** The controls of one question, by its type. */
export function QuestionField(props: {
  readonly view: QuestionView;
  readonly hospitals: readonly HospitalChoice[];
  readonly as: Prominence;
}) {
  const { view, as } = props;
  switch (view.question.type) {
    case 'hospital':
      return <HospitalField view={view} hospitals={props.hospitals} as={as} />;
    case 'choice':
    case 'multi_choice':
      return <OptionList view={view} as={as} />;
    case 'date':
      return <DateField view={view} as={as} />;
    case 'scale':
      return <ScaleField view={view} as={as} />;
    case 'number':
    case 'short_text':
    case 'long_text':
      return <TextField view={view} as={as} />;
    default:
      return assertNever(view.question.type);
  }
}

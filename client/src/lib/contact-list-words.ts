import { PERSPECTIVES, type Perspective } from '@liaison-atlas/shared/fieldwork/response';
import { perspectiveWords } from '@liaison-atlas/shared/fieldwork/round-settings';

/** What a list of contacts is asked for, to choose from; '' = no view in particular. */
export const PERSPECTIVE_CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'no perspective in particular' },
  ...PERSPECTIVES.map((perspective) => ({ value: perspective, label: perspectiveWords(perspective) })),
];

/** A list by its name, with what is special about it: `IAPT leads (general; NHS Talking Therapies … services)`. */
export function listWords({
  name,
  general,
  perspective,
}: {
  readonly name: string;
  readonly general: boolean;
  readonly perspective: Perspective | null;
}): string {
  const words = [
    ...(general ? ['general'] : []),
    ...(perspective === null ? [] : [perspectiveWords(perspective)]),
  ];
  return words.length === 0 ? name : `${name} (${words.join('; ')})`;
}

import type { LocalText } from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { ReactNode } from 'react';

import { LocalTextField, ProblemTexts, SmallButton, TextField } from './fields.js';

/** An option or a row: a code that is stored and a label that is read. */
interface Coded {
  readonly code: string;
  readonly label: LocalText;
}

/** A list of codes and labels that can be written, ordered and shortened by keyboard. */
export function CodedList<Item extends Coded>(props: {
  /** `Option`, `Row` or `Way not to answer`. */
  readonly noun: string;
  readonly items: readonly Item[];
  readonly secondLanguage: string | undefined;
  readonly problems: readonly Problem[];
  readonly onChange: (items: readonly Item[]) => void;
  /** Left out where nothing can be added but what `children` offers. */
  readonly onAdd?: () => void;
  readonly children?: ReactNode;
}) {
  const { noun, items, onChange } = props;
  const set = (place: number, change: Partial<Coded>): void =>
    onChange(items.map((item, at) => (at === place ? { ...item, ...change } : item)));
  const move = (place: number, by: -1 | 1): void => {
    const ordered = [...items];
    const [item] = ordered.splice(place, 1);
    if (item) ordered.splice(place + by, 0, item);
    onChange(ordered);
  };
  return (
    <fieldset className="nhsuk-fieldset la-coded-list">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        {noun === 'Way not to answer' ? 'Ways not to answer' : `${noun}s`}
      </legend>
      <ProblemTexts problems={props.problems} />
      <ol>
        {items.map((item, place) => {
          const name = `${noun} ${place + 1}`;
          return (
            // Codes change while they are typed, so the place is the key.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={place}>
              <LocalTextField
                label={`${name}: label`}
                value={item.label}
                secondLanguage={props.secondLanguage}
                onChange={(label) => set(place, { label })}
              />
              <TextField
                label={`${name}: code`}
                value={item.code}
                onChange={(code) => set(place, { code })}
              />
              <div className="la-actions">
                <SmallButton disabled={place === 0} onClick={() => move(place, -1)}>
                  Move {name} up
                </SmallButton>
                <SmallButton disabled={place === items.length - 1} onClick={() => move(place, 1)}>
                  Move {name} down
                </SmallButton>
                <SmallButton onClick={() => onChange(items.filter((_, at) => at !== place))}>
                  Delete {name}
                </SmallButton>
              </div>
            </li>
          );
        })}
      </ol>
      <div className="la-actions">
        {props.onAdd && <SmallButton onClick={props.onAdd}>Add {noun.toLowerCase()}</SmallButton>}
        {props.children}
      </div>
    </fieldset>
  );
}

/** A code that is still free: `option_3`. */
export function freeCode(noun: string, items: readonly Coded[]): string {
  let number = items.length + 1;
  while (items.some(({ code }) => code === `${noun}_${number}`)) number += 1;
  return `${noun}_${number}`;
}

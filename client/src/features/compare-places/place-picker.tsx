import { ENGLAND } from '@liaison-atlas/shared/commissioning/profile-area';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useQuery } from 'urql';

import { countOf } from '../../lib/format.js';
import { pickerQuery } from './compare.graphql.js';

interface PlacePickerProps {
  readonly chosen: readonly string[];
  readonly onAdd: (code: string) => void;
}

/** Finds areas, trusts and hospitals by name, and adds one to those that stand side by side. */
export function PlacePicker({ chosen, onAdd }: PlacePickerProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [{ data, fetching, error }] = useQuery({
    query: pickerQuery,
    variables: { text },
    pause: text === '',
  });
  const hits = (data?.search ?? []).filter(({ kind, code }) => kind !== 'postcode' && !chosen.includes(code));
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('place');
    setText(typeof typed === 'string' ? typed.trim() : '');
  };
  const add = (code: string): void => {
    onAdd(code);
    setText('');
    if (field.current) field.current.value = '';
    field.current?.focus();
  };
  return (
    <div className="la-no-print">
      <form className="la-search" onSubmit={search}>
        <label className="nhsuk-label" htmlFor={id}>
          Add an area, trust or hospital
        </label>
        <div className="nhsuk-hint" id={`${id}-hint`}>
          By name or code, for example Greater Manchester, Hull Royal or QOP
        </div>
        <div className="la-search__row">
          <input
            ref={field}
            className="nhsuk-input"
            type="search"
            name="place"
            id={id}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-hint`}
          />
          <button className="nhsuk-button la-search__button" type="submit">
            Search
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {text !== '' && !fetching && (
          <p>
            {error
              ? 'The search could not be carried out. Try again.'
              : hits.length === 0
                ? `Nothing to add matches “${text}”.`
                : `${countOf(hits.length, 'match', 'matches')} for “${text}”`}
          </p>
        )}
      </div>
      {text !== '' && hits.length > 0 && (
        <ul className="la-picks">
          {hits.map(({ kind, code, label, detail }) => (
            <li key={`${kind}-${code}`}>
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                onClick={() => add(code)}
              >
                Add <span>{label}</span>
              </button>{' '}
              <span className="la-source">{detail}</span>
            </li>
          ))}
        </ul>
      )}
      {!chosen.includes(ENGLAND.code) && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => add(ENGLAND.code)}
        >
          Add England
        </button>
      )}
    </div>
  );
}

import { type FormEvent, useId } from 'react';
import { useNavigate } from 'react-router';

interface SearchFormProps {
  readonly label: string;
  readonly initialText?: string;
  readonly hint?: string;
}

/** One search field. Works by Enter, by its button, and as a plain GET form to `/search`. */
export function SearchForm({ label, initialText = '', hint }: SearchFormProps) {
  const id = useId();
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    const text = typeof typed === 'string' ? typed.trim() : '';
    void navigate(`/search?q=${encodeURIComponent(text)}`);
  };
  return (
    <search>
      <form className="la-search" action="/search" method="get" onSubmit={submit}>
        <label className="nhsuk-label nhsuk-label--m" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <div className="nhsuk-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <div className="la-search__row">
          <input
            className="nhsuk-input"
            type="search"
            name="q"
            id={id}
            key={initialText}
            defaultValue={initialText}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={hint ? `${id}-hint` : undefined}
          />
          <button className="nhsuk-button la-search__button" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  );
}

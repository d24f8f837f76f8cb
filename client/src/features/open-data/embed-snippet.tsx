import { useId, useState } from 'react';

import { SelectField } from '../../components/select-field.js';
import { type EmbedChoice, embedAddress, toEmbedSnippet } from './to-embed-snippet.js';

const VIEWS = { map: 'Map', table: 'List', summary: 'Summary' } as const;
const LEVELS = { region: 'NHS regions', icb: 'Integrated care boards (2022)' } as const;

interface EmbedSnippetProps {
  readonly rounds: readonly { readonly id: string; readonly title: string }[];
}

/** Chooses what a map in somebody else's page shows, and gives the HTML to copy. */
export function EmbedSnippet({ rounds }: EmbedSnippetProps) {
  const [round, setRound] = useState('');
  const [view, setView] = useState<EmbedChoice['view']>('map');
  const [level, setLevel] = useState<EmbedChoice['level']>('region');
  const [said, setSaid] = useState('');
  const id = useId();
  const choice: EmbedChoice = {
    site: window.location.origin,
    round,
    roundTitle: rounds.find((each) => each.id === round)?.title ?? '',
    view,
    level,
  };
  const html = toEmbedSnippet(choice);
  const changed = <Value,>(change: (value: Value) => void) => {
    return (value: Value) => {
      change(value);
      setSaid('');
    };
  };
  const copy = () => {
    // Without a secure connection a browser offers no clipboard; the text can still be marked and copied by hand.
    const refused = () => setSaid('Your browser did not allow copying. Mark the text and copy it.');
    if (window.isSecureContext) navigator.clipboard.writeText(html).then(() => setSaid('Copied.'), refused);
    else refused();
  };
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>A map in your own page</h2>
      <p>
        Choose what it shows, and copy the HTML. The map asks only this site, sets no cookie, and keeps its
        own attribution line. In its address it takes the same choices as <a href="/map">the map page</a>.
      </p>
      <div className="la-actions">
        <SelectField
          label="Round"
          value={round}
          choices={[
            { value: '', label: 'Always the newest of real answers' },
            ...rounds.map((each) => ({ value: each.id, label: each.title })),
          ]}
          onChange={changed(setRound)}
        />
        <SelectField
          label="Begins with"
          value={view}
          choices={Object.entries(VIEWS).map(([value, label]) => ({ value, label }))}
          onChange={changed((value: string) => setView(value as EmbedChoice['view']))}
        />
        <SelectField
          label="Boundaries"
          value={level}
          choices={Object.entries(LEVELS).map(([value, label]) => ({ value, label }))}
          onChange={changed((value: string) => setLevel(value as EmbedChoice['level']))}
        />
      </div>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor={`${id}-html`}>
          HTML for your page
        </label>
        <textarea
          className="nhsuk-textarea la-snippet"
          id={`${id}-html`}
          rows={6}
          readOnly
          spellCheck={false}
          value={html}
        />
      </div>
      <div className="la-actions">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={copy}
        >
          Copy the HTML
        </button>
        <a href={embedAddress(choice)} target="_blank" rel="noopener">
          See it by itself (new tab)
        </a>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}

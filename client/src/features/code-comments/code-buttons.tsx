import type { DeskCode } from './coding-desk.graphql.js';
import type { Said } from './desk-store.js';

interface CodeButtonsProps {
  readonly codes: readonly Pick<DeskCode, 'id' | 'key' | 'name' | 'applicable'>[];
  readonly said: Pick<Said, 'codes'>;
  /** Key of the keyboard by code; '' = none. */
  readonly hotkeys?: ReadonlyMap<string, string>;
  readonly disabled: boolean;
  readonly label?: string;
  readonly onToggle: (codeId: string) => void;
}

/** The codes as buttons that stay pressed; headings of the codebook stand between them. */
export function CodeButtons({
  codes,
  said,
  hotkeys = new Map(),
  disabled,
  label = 'Codes',
  onToggle,
}: CodeButtonsProps) {
  const on = new Set(said.codes.map(({ codeId }) => codeId));
  return (
    <ul className="la-codes" aria-label={label}>
      {codes.map(({ id, key, name, applicable }) => (
        <li key={id}>
          {applicable ? (
            <button
              type="button"
              className="la-code"
              aria-pressed={on.has(id)}
              aria-disabled={disabled}
              onClick={() => !disabled && onToggle(id)}
            >
              {hotkeys.get(id) ? <kbd className="la-code__key">{hotkeys.get(id)}</kbd> : null}
              <span>
                <strong>{key}</strong> {name}
              </span>
              <span className="la-code__on">{on.has(id) ? 'applied' : ''}</span>
            </button>
          ) : (
            <strong className="la-code__heading">{name}</strong>
          )}
        </li>
      ))}
    </ul>
  );
}

import { useId, useState } from 'react';

import { type ExplorerState, toSharedAddress } from './explorer-state.js';

/** The address of what is shown, with its version, to copy; where the browser does not let a page copy, to take by hand. */
export function ShareLink({ state }: { readonly state: ExplorerState }) {
  const id = useId();
  const address = toSharedAddress(window.location.origin, state);
  const [copied, setCopied] = useState('');
  const [failed, setFailed] = useState(false);
  const copy = () => {
    // There is no clipboard on pages without encryption.
    const copying = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => setCopied(address),
      () => setFailed(true),
    );
  };
  return (
    <div className="la-share la-no-print">
      <label className="nhsuk-label" htmlFor={id}>
        Link to exactly this
      </label>
      <div className="la-share__row">
        <input
          className="nhsuk-input"
          id={id}
          type="text"
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
        />
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={copy}
        >
          {copied === address ? 'Copied' : 'Copy the link'}
        </button>
      </div>
      {failed && <p>This browser does not let the page copy. Select the link and copy it yourself.</p>}
    </div>
  );
}

import {
  findSchemeField,
  type SchemeContent,
} from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { keepForScheme } from '../lib/kept-for-scheme.js';

/** Puts what stands on a public page into a private scheme; signing in on the way loses nothing. */
export function KeepInScheme({ fields }: { readonly fields: () => SchemeContent }) {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => {
          const known = Object.entries(fields()).filter(
            ([key, value]) => findSchemeField(key) !== undefined && value.trim() !== '',
          );
          if (keepForScheme(Object.fromEntries(known), Date.now())) void navigate('/schemes/keep');
          else setFailed(true);
        }}
      >
        Keep this in a scheme
      </button>
      {failed && (
        <p role="alert">
          This browser keeps nothing between pages. Keep the address of this page instead, and open it again.
        </p>
      )}
    </>
  );
}

import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router';

import { Explorer } from '../features/coverage-map/explorer.js';

/** `/embed/map`: the same without header and footer, with a way to the full page. */
export function EmbedMapRoute() {
  return <Explorer frame={(title, content) => <EmbedFrame title={title}>{content}</EmbedFrame>} />;
}

function EmbedFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { search } = useLocation();
  useEffect(() => {
    document.title = `${title} – Liaison Atlas`;
  }, [title]);
  return (
    <main className="la-embed" id="main-content">
      <h1 className="nhsuk-heading-m">{title}</h1>
      {children}
      <p>
        <a href={`/map${search}`} target="_blank" rel="noopener">
          Open the full map in Liaison Atlas (new tab)
        </a>
      </p>
    </main>
  );
}

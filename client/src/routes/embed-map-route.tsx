import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';
import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router';

import { Explorer } from '../features/coverage-map/explorer.js';

/** `/embed/map`: the same without header and footer, for the pages of others, with attribution and a way to the full page. */
export function EmbedMapRoute() {
  return (
    <Explorer
      frame={(title, content, kind) => (
        <EmbedFrame title={title} kind={kind}>
          {content}
        </EmbedFrame>
      )}
    />
  );
}

interface EmbedFrameProps {
  readonly title: string;
  /** undefined = no round is shown yet. */
  readonly kind: RoundKind | undefined;
  readonly children: ReactNode;
}

function EmbedFrame({ title, kind, children }: EmbedFrameProps) {
  const { search } = useLocation();
  useEffect(() => {
    document.title = `${title} – Liaison Atlas`;
  }, [title]);
  return (
    <main className="la-embed" id="main-content" onClickCapture={openOutside}>
      <h1 className="nhsuk-heading-m">{title}</h1>
      {children}
      {kind !== undefined && <p className="la-source">{roundAttribution(kind)}</p>}
      <p>
        <a href={`/map${search}`} target="_blank" rel="noopener">
          Open the full map in Liaison Atlas (new tab)
        </a>
      </p>
      <p className="la-source">Links lead to Liaison Atlas in a new tab.</p>
    </main>
  );
}

/** Pages with a header of their own have no place in a frame on somebody else's page. */
function openOutside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href') ?? '';
  if (!address.startsWith('/') || link?.target === '_blank') return;
  event.preventDefault();
  event.stopPropagation();
  window.open(address, '_blank', 'noopener');
}

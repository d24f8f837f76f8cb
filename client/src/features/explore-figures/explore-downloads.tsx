import { figuresFileName } from '@liaison-atlas/shared/publication/file-name';
import { useState } from 'react';

import { saveFile } from '../../map/save-file.js';
import { toPng, toSvgText } from './chart-files.js';
import type { ShownFigures } from './shown-figures.js';
import type { ChartPicture } from './chart-piece.js';
import { toFiguresCsv } from './to-figures-csv.js';

/** The table and the picture as files; a synthetic round's say so in their name and inside. */
export function ExploreDownloads({
  shown,
  picture,
}: {
  readonly shown: ShownFigures;
  readonly picture: ChartPicture;
}) {
  const [failed, setFailed] = useState(false);
  const { round, basis, indicator, by } = shown;
  const nameOf = (extension: string): string =>
    figuresFileName(
      { round, release: basis.release?.number ?? null, indicator: indicator.id, by },
      extension,
    );
  const save = (content: string, type: string, extension: string) =>
    saveFile(new Blob([content], { type }), nameOf(extension));
  const savePng = async () => {
    try {
      saveFile(await toPng(picture), nameOf('png'));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const button = (label: string, onClick: () => void) => (
    <button
      type="button"
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
      onClick={onClick}
    >
      {label}
    </button>
  );
  return (
    <div>
      {button('Table as CSV', () => save(toFiguresCsv(shown), 'text/csv;charset=utf-8', 'csv'))}
      {button('Chart as SVG', () => save(toSvgText(picture), 'image/svg+xml', 'svg'))}
      {button('Chart as PNG', () => void savePng())}
      {failed && <p role="alert">This browser could not make the picture. The SVG holds the same.</p>}
    </div>
  );
}

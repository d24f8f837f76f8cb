import { useState } from 'react';

import type { Drawing } from './drawing.js';
import { saveFile } from '../lib/save-file.js';

interface MapFilesProps {
  /** The picture of the map as it stands; null while there is no map. */
  readonly draw: () => Drawing | null;
  readonly fileName: (extension: 'png' | 'svg') => string;
}

/** The map as a file or on paper: PNG, SVG and print are made from one drawing and show the same. */
export function MapFiles({ draw, fileName }: MapFilesProps) {
  const [failed, setFailed] = useState(false);
  const save = async (extension: 'png' | 'svg') => {
    try {
      const drawing = draw();
      if (drawing === null) return;
      // What writes the files comes when a file is asked for.
      const { toPng, toSvgText } = await import('./drawing-files.js');
      const content =
        extension === 'png'
          ? await toPng(drawing)
          : new Blob([toSvgText(drawing)], { type: 'image/svg+xml' });
      saveFile(content, fileName(extension));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="la-page-button" onClick={() => void save('png')}>
        Download as PNG
      </button>
      <button type="button" className="la-page-button" onClick={() => void save('svg')}>
        Download as SVG
      </button>
      <button type="button" className="la-page-button" onClick={() => window.print()}>
        Print
      </button>
      {failed && <p role="alert">The picture could not be made in this browser. Print the page instead.</p>}
    </>
  );
}

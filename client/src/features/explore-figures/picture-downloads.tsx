import { useState } from 'react';

import { saveFile } from '../../lib/save-file.js';
import { toPng, toSvgText } from './chart-files.js';
import type { ChartPicture } from './chart-piece.js';

interface PictureDownloadsProps {
  readonly picture: ChartPicture;
  /** What the buttons call it: "Chart", "Map". */
  readonly what: string;
  readonly nameOf: (extension: string) => string;
}

/** A picture as files: the strokes of the screen, as SVG with title and description, and as PNG. */
export function PictureDownloads({ picture, what, nameOf }: PictureDownloadsProps) {
  const [failed, setFailed] = useState(false);
  const savePng = async () => {
    try {
      saveFile(await toPng(picture), nameOf('png'));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <SmallButton
        label={`${what} as SVG`}
        onClick={() => saveFile(new Blob([toSvgText(picture)], { type: 'image/svg+xml' }), nameOf('svg'))}
      />
      <SmallButton label={`${what} as PNG`} onClick={() => void savePng()} />
      {failed && <p role="alert">This browser could not make the picture. The SVG holds the same.</p>}
    </>
  );
}

/** A button beside others of its kind. */
export const SmallButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <button
    type="button"
    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
    onClick={onClick}
  >
    {label}
  </button>
);

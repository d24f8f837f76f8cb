import { saveFile } from '../../lib/save-file.js';
import type { ChartPicture } from './chart-piece.js';
import { PictureDownloads, SmallButton } from './picture-downloads.js';
import type { ShownFigures } from './shown-figures.js';
import { toFileName } from './to-file-name.js';
import { toFiguresCsv } from './to-figures-csv.js';

/** The table and the picture as files; a synthetic round's say so in their name and inside. */
export function ExploreDownloads({
  shown,
  picture,
}: {
  readonly shown: ShownFigures;
  readonly picture: ChartPicture;
}) {
  const nameOf = toFileName(shown, shown.by);
  return (
    <div className="la-actions">
      <SmallButton
        label="Table as CSV"
        onClick={() =>
          saveFile(new Blob([toFiguresCsv(shown)], { type: 'text/csv;charset=utf-8' }), nameOf('csv'))
        }
      />
      <PictureDownloads picture={picture} what="Chart" nameOf={nameOf} />
    </div>
  );
}

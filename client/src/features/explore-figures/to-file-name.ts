import { figuresFileName } from '@liaison-atlas/shared/publication/file-name';

import type { ShownFigures } from './shown-figures.js';

/** Names the files of one page of figures; `part` says which of its tables or pictures. */
export const toFileName =
  ({ round, basis, indicator }: Pick<ShownFigures, 'round' | 'basis' | 'indicator'>, part: string) =>
  (extension: string): string =>
    figuresFileName(
      { round, release: basis.release?.number ?? null, indicator: indicator.id, by: part },
      extension,
    );

import { useEffect, useState } from 'react';

import { DataTable } from '../../components/data-table.js';
import { type BoundaryArea, loadBoundaries } from '../../map/boundaries.js';
import { STATE_WORDS } from './change-words.js';
import { FigureChart } from './figure-chart.js';
import { PictureDownloads } from './picture-downloads.js';
import type { ShownFigures } from './shown-figures.js';
import { toFileName } from './to-file-name.js';
import { AGREEMENT_WORDS, toPairedMap } from './to-paired-map.js';

/** Two perspectives on the same hospitals, side by side and on a map; nobody decides between them. */
export function PairedViews({ shown }: { readonly shown: ShownFigures }) {
  return shown.paired === null ? null : <Pairs shown={shown} paired={shown.paired} />;
}

function Pairs({
  shown,
  paired,
}: {
  readonly shown: ShownFigures;
  readonly paired: NonNullable<ShownFigures['paired']>;
}) {
  const areas = useOutlines();
  const names = new Map(shown.hospitals.map(({ odsCode, name }) => [odsCode, name]));
  const picture = toPairedMap(shown, areas);
  return (
    <section aria-labelledby="paired-heading">
      <h2 id="paired-heading">Two views of the same hospitals</h2>
      <p>
        Both answered for {paired.pairs.length} of the hospitals: {paired.agree} times the same,{' '}
        {paired.differ} times not.
      </p>
      <DataTable
        caption={`${paired.first} and ${paired.second}`}
        columns={[
          {
            id: 'name',
            heading: 'Hospital',
            names: true,
            cell: ({ odsCode }) => names.get(odsCode) ?? odsCode,
          },
          { id: 'first', heading: paired.first, cell: ({ first }) => STATE_WORDS[first] },
          { id: 'second', heading: paired.second, cell: ({ second }) => STATE_WORDS[second] },
          { id: 'agreement', heading: 'They say', cell: ({ agreement }) => AGREEMENT_WORDS[agreement] },
        ]}
        rows={paired.pairs}
        keyOf={({ odsCode }) => odsCode}
      />
      <FigureChart picture={picture} />
      <PictureDownloads picture={picture} what="Map" nameOf={toFileName(shown, 'two-views')} />
    </section>
  );
}

/** Outlines of the regions; none while they are on their way or cannot be had: the marks stand without them. */
function useOutlines(): readonly BoundaryArea[] {
  const [areas, setAreas] = useState<readonly BoundaryArea[]>([]);
  useEffect(() => {
    let isHere = true;
    loadBoundaries('region').then(
      (loaded) => isHere && setAreas(loaded),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  return areas;
}

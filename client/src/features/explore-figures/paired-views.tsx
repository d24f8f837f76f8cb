import { DataTable } from '../../components/data-table.js';
import { STATE_WORDS } from './change-words.js';
import type { ShownFigures } from './shown-figures.js';

const AGREEMENT = { agrees: 'the same', differs: 'not the same', cannot_say: 'cannot say' } as const;

/** Two perspectives on the same hospitals, side by side; nobody decides between them. */
export function PairedViews({ shown }: { readonly shown: ShownFigures }) {
  const { paired, hospitals } = shown;
  if (paired === null) return null;
  const names = new Map(hospitals.map(({ odsCode, name }) => [odsCode, name]));
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
          { id: 'agreement', heading: 'They say', cell: ({ agreement }) => AGREEMENT[agreement] },
        ]}
        rows={paired.pairs}
        keyOf={({ odsCode }) => odsCode}
      />
    </section>
  );
}

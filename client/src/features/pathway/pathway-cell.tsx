import type { PathwayState } from '@liaison-atlas/shared/commissioning/pathway-matrix';
import type { ResultOf } from 'gql.tada';
import { Link } from 'react-router';

import type { pathwayQuery } from './pathway.graphql.js';

export type ShownMatrix = NonNullable<ResultOf<typeof pathwayQuery>['pathwayMatrix']>;
export type ShownCell = ShownMatrix['cells'][number];

export const STATE_WORDS: Readonly<
  Record<PathwayState, { readonly label: string; readonly meaning: string }>
> = {
  competing: {
    label: 'Competing',
    meaning: 'In-reach and another service for the same people at the same hospital; plans count.',
  },
  overlap: {
    label: 'Overlap',
    meaning: 'Two services for the same people at the same hospital, none of them in-reach.',
  },
  covered: { label: 'Recorded', meaning: 'At least one service; no two at the same hospital.' },
  planned: { label: 'Planned', meaning: 'Only plans are recorded.' },
  perhaps: {
    label: 'Perhaps',
    meaning: 'Something of a recorded service fits; the rest, or whether it still runs, is not known.',
  },
  not_known: {
    label: 'Not known',
    meaning: 'Services are recorded that do not say whom they treat, where and how complex.',
  },
  nothing_recorded: {
    label: 'Nothing recorded',
    meaning: 'The register holds no service for it. Whether there is one is not known.',
  },
};

const STATUS_WORDS: Readonly<Record<string, string>> = {
  planned: ' (planned)',
  pilot: ' (pilot)',
  not_known: ' (status not known)',
};

/** One place of the matrix: its state in words, and the services with the way to each. */
export function PathwayCell({ cell, matrix }: { readonly cell: ShownCell; readonly matrix: ShownMatrix }) {
  const { label } = STATE_WORDS[cell.state];
  if (cell.services.length + cell.perhaps.length === 0) return <span className="la-source">{label}</span>;
  const links = (ids: readonly string[]) =>
    matrix.services
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name, status }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link to={`/services/${id}`}>{name}</Link>
          {STATUS_WORDS[status]}
        </span>
      ));
  return (
    <>
      <strong>{label}</strong>
      {cell.services.length > 0 && <>: {links(cell.services)}</>}
      {cell.perhaps.length > 0 && (
        <>
          {cell.services.length > 0 ? '; perhaps ' : ': '}
          {links(cell.perhaps)}
        </>
      )}
    </>
  );
}

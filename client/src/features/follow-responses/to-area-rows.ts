import type { ShownArea } from './follow-responses.graphql.js';
import type { TrackerState } from './tracker-state.js';

type Sortable = Pick<
  ShownArea,
  'code' | 'name' | 'frame' | 'invited' | 'opened' | 'bounced' | 'started' | 'submitted' | 'silent'
> & {
  readonly dispositions: Pick<ShownArea['dispositions'], 'partial'>;
};

/** The areas in the chosen order, then by name; England, their sum, always last and once. */
export function toAreaRows<Area extends Sortable>(
  areas: readonly Area[],
  england: Area,
  { sort, descending }: Pick<TrackerState, 'sort' | 'descending'>,
): readonly Area[] {
  const sign = descending ? -1 : 1;
  const byName = (a: Area, b: Area): number => a.name.localeCompare(b.name, 'en-GB');
  const order = (a: Area, b: Area): number => {
    if (sort === 'name') return byName(a, b);
    // Begun is always counted here; where a source does not report it, it stands before 0.
    if (sort === 'begun') return (a.dispositions.partial ?? -1) - (b.dispositions.partial ?? -1);
    return a[sort] - b[sort];
  };
  const others = areas.filter(({ code }) => code !== england.code);
  return [...[...others].sort((a, b) => sign * order(a, b) || byName(a, b)), england];
}

import { byText } from '../cleaning/by-text.js';
import type { DisclosureClass } from './indicator-definitions.js';
import { LEAST_OPINIONS } from './disclosure.js';
import { ENGLAND, type Figure, NO_SHARES } from './figures.js';

/**
 * A table of figures as it may leave, by the disclosure class of its indicator (methods C4, domain D5).
 *
 * `organisations` leave as they are: counts of hospitals describe nobody. Of `opinions` the split of a group is hidden
 * where one or two hospitals answered, and further groups with it until what a reader could work out by subtracting
 * the shown groups from England is of three or more, from two groups or more, who did not all say the same; England
 * itself where there are not three. Where no group is left that said anything else, three are enough: then the shown
 * groups say it themselves. Who is in the numerator is then said of nobody. How many hospitals a group has is never
 * hidden.
 * @throws RangeError for `people`: counts of people are no counts of hospitals, see `protectPeopleCounts`
 */
export function protectFigures(
  figures: readonly Figure[],
  disclosureClass: DisclosureClass,
): readonly Figure[] {
  if (disclosureClass === 'organisations') return figures;
  if (disclosureClass === 'people') throw new RangeError('a table of hospitals holds no counts of people');
  const groups = figures.filter(({ code }) => code !== ENGLAND);
  const hidden = hiddenGroups(groups);
  return figures.map((row) => {
    const isHidden =
      row.code === ENGLAND
        ? isThin(row) || (hidden.length > 0 && answeredIn(hidden) < LEAST_OPINIONS)
        : hidden.includes(row);
    return isHidden ? hide(row) : nameNobody(row);
  });
}

function hiddenGroups(groups: readonly Figure[]): readonly Figure[] {
  const hidden = groups.filter(isThin);
  if (hidden.length === 0) return [];
  const covers = groups
    .filter((row) => answered(row) >= LEAST_OPINIONS)
    .toSorted((a, b) => answered(a) - answered(b) || byText(a.code, b.code));
  while (answeredIn(hidden) < LEAST_OPINIONS && covers.length > 0) hidden.push(...covers.splice(0, 1));
  const [only, ...others] = saidIn(hidden);
  if (only === undefined || others.length > 0) return hidden;
  const differing = covers.find((row) => saidIn([row]).some((kind) => kind !== only));
  return differing === undefined ? hidden : [...hidden, differing];
}

const KINDS = ['yes', 'no', 'dontKnow'] as const;

/** What the hospitals of some groups said, each kind once. */
const saidIn = (groups: readonly Figure[]): readonly (typeof KINDS)[number][] =>
  KINDS.filter((kind) => groups.some((row) => (row[kind] ?? 0) > 0));

const answered = ({ yes, no, dontKnow }: Figure): number => (yes ?? 0) + (no ?? 0) + (dontKnow ?? 0);
const answeredIn = (groups: readonly Figure[]): number => groups.reduce((sum, row) => sum + answered(row), 0);
const isThin = (row: Figure): boolean => answered(row) > 0 && answered(row) < LEAST_OPINIONS;

const NOBODY = {
  numerator: [],
  numeratorUnnamed: 0,
  no: [],
  noUnnamed: 0,
  dontKnow: [],
  dontKnowUnnamed: 0,
} as const;

const nameNobody = (row: Figure): Figure => ({
  ...row,
  trace: {
    ...row.trace,
    ...NOBODY,
    numeratorUnnamed: row.trace.numerator.length + row.trace.numeratorUnnamed,
    noUnnamed: row.trace.no.length + row.trace.noUnnamed,
    dontKnowUnnamed: row.trace.dontKnow.length + row.trace.dontKnowUnnamed,
  },
});

const hide = (row: Figure): Figure => ({
  ...row,
  ...NO_SHARES,
  yes: null,
  no: null,
  dontKnow: null,
  notKnown: null,
  benchmark: null,
  hidden: true,
  trace: { ...row.trace, ...NOBODY },
});

import { byText } from '../cleaning/by-text.js';
import type { DisclosureClass } from './indicator-definitions.js';
import { LEAST_OPINIONS } from './disclosure.js';
import { ENGLAND, type Figure, NO_SHARES } from './figures.js';

/**
 * A table of figures as it may leave, by the disclosure class of its indicator (methods C4, domain D5).
 *
 * `organisations` leave as they are: counts of hospitals describe nobody. Of `opinions` the split of a group is hidden
 * where one or two hospitals answered, and further groups with it until three or more stand behind what a reader could
 * work out by subtracting the shown groups from England; England itself where there are not as many. Who is in the
 * numerator is then said of nobody. How many hospitals a group has is never hidden.
 * @throws RangeError for `people`: counts of people are no counts of hospitals, see `protectPeopleCounts`
 */
export function protectFigures(
  figures: readonly Figure[],
  disclosureClass: DisclosureClass,
): readonly Figure[] {
  if (disclosureClass === 'organisations') return figures;
  if (disclosureClass === 'people') throw new RangeError('a table of hospitals holds no counts of people');
  const groups = figures.filter(({ code }) => code !== ENGLAND);
  const hidden = new Set(groups.filter(isThin).map(({ code }) => code));
  const behind = (): number =>
    groups.filter(({ code }) => hidden.has(code)).reduce((sum, row) => sum + answered(row), 0);
  const covers = groups
    .filter((row) => !hidden.has(row.code) && answered(row) > 0)
    .toSorted((a, b) => answered(a) - answered(b) || byText(a.code, b.code));
  while (hidden.size > 0 && behind() < LEAST_OPINIONS) {
    const cover = covers.shift();
    if (cover === undefined) break;
    hidden.add(cover.code);
  }
  return figures.map((row) => {
    const isHidden =
      row.code === ENGLAND
        ? isThin(row) || (hidden.size > 0 && behind() < LEAST_OPINIONS)
        : hidden.has(row.code);
    return isHidden ? hide(row) : nameNobody(row);
  });
}

const answered = ({ yes, no, dontKnow }: Figure): number => (yes ?? 0) + (no ?? 0) + (dontKnow ?? 0);
const isThin = (row: Figure): boolean => answered(row) > 0 && answered(row) < LEAST_OPINIONS;

const nameNobody = (row: Figure): Figure => ({
  ...row,
  trace: {
    ...row.trace,
    numerator: [],
    numeratorUnnamed: row.trace.numerator.length + row.trace.numeratorUnnamed,
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
  trace: { ...row.trace, numerator: [], numeratorUnnamed: 0 },
});

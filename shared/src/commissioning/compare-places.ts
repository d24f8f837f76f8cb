import type { IndicatorId } from '../analysis/indicator-result.js';
import { LADDER_CODES, type LadderCode } from '../analysis/ladder-code.js';
import type { AreaFigure } from './area-figures.js';
import { areaProfile } from './area-profile.js';
import type { AreaRelease, AreaReleaseHospital } from './area-release.js';
import { caseStudiesAt } from './case-studies.js';
import type { ProfileArea } from './profile-area.js';
import { type RecordedService, recordedWords } from './register/recorded-words.js';
import { type PublishedPosition, publishedPositions } from './published-position.js';

/** At most so many places stand side by side. */
export const MOST_COMPARED = 4;

/** An area or a hospital of the frame, with what the reference tables know of it. */
export interface ComparedPlace {
  readonly code: string;
  readonly name: string;
  /** null = a hospital. */
  readonly area: ProfileArea | null;
  /** Sourced early-implementer sites, in words; empty = not known. */
  readonly implementers: readonly string[];
  /** What the register of services holds here; empty = nothing is recorded, which is not none. */
  readonly services: readonly RecordedService[];
}

export interface CompareHospital extends AreaReleaseHospital {
  readonly label: string;
  readonly score: number | null;
}

/** One line of the table: a value in words for every place, in their order; several values stand on lines of their own. */
export interface CompareRow {
  readonly id: string;
  readonly group: string;
  readonly heading: string;
  readonly cells: readonly string[];
}

/** Whether two places can be told apart on a question. */
export interface PairVerdict {
  readonly question: string;
  readonly a: string;
  readonly b: string;
  readonly apart: boolean;
  readonly words: string;
}

export interface PlaceComparison<Hospital> {
  readonly rows: readonly CompareRow[];
  readonly pairs: readonly PairVerdict[];
  /** The hospitals of each place, in the order of the places. */
  readonly hospitals: readonly (readonly Hospital[])[];
}

interface Column<Hospital> {
  readonly place: ComparedPlace;
  readonly hospitals: readonly Hospital[];
  /** null for a hospital. */
  readonly figures: readonly AreaFigure[] | null;
}

const QUESTIONS: readonly { readonly id: IndicatorId; readonly words: string }[] = [
  { id: 'iapt-treats-mus-ltc', words: 'IAPT treats people with LTC or MUS' },
  { id: 'iapt-in-reach', words: 'IAPT in-reach into the hospital' },
];

const COUNTS = [
  { key: 'yes', heading: 'Yes' },
  { key: 'no', heading: 'No' },
  { key: 'unknown', heading: 'Answered, but not known' },
  { key: 'noReply', heading: 'No reply' },
  { key: 'notPublished', heading: 'Not published' },
] as const;

const POSITION_OF: Readonly<Record<PublishedPosition, (typeof COUNTS)[number]['key']>> = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  no_reply: 'noReply',
  not_published: 'notPublished',
};

/**
 * Up to four places side by side in one release, in words: counts, no shares under five hospitals, and "cannot say"
 * wherever two ranges touch. A single hospital has an answer and no range; a round without figures by area has none.
 * @throws RangeError for more places than stand side by side
 */
export function comparePlaces<Hospital extends CompareHospital>(
  places: readonly ComparedPlace[],
  release: AreaRelease<Hospital>,
): PlaceComparison<Hospital> {
  if (places.length > MOST_COMPARED) throw new RangeError(`at most ${MOST_COMPARED} places are compared`);
  const columns = places.map((place): Column<Hospital> => {
    if (place.area === null) {
      const hospitals = release.hospitals.filter(({ odsCode }) => odsCode === place.code);
      return { place, hospitals, figures: null };
    }
    const { hospitals, figures } = areaProfile(place.area, release);
    return { place, hospitals, figures };
  });
  const row = (id: string, group: string, heading: string, cell: (one: Column<Hospital>) => string) => ({
    id,
    group,
    heading,
    cells: columns.map(cell),
  });
  return {
    rows: [
      row('population', 'The place', 'Residents, mid-2019', ({ place }) => populationWords(place)),
      row('hospitals', 'The place', 'Hospitals of the survey', hospitalsWords),
      row('reported', 'The place', 'What is reported, hospital by hospital', reportedWords),
      row('score', 'The place', 'Integration scores published', scoreWords),
      ...QUESTIONS.flatMap(({ id, words }) => [
        ...COUNTS.map(({ key, heading }) =>
          row(`${id}-${key}`, words, heading, (one) => countWords(one, id, key)),
        ),
        row(`${id}-range`, words, 'Between, whatever those not known would say', (one) =>
          rangeWords(one, id),
        ),
        row(`${id}-england`, words, 'Against England', (one) => englandWords(one, id)),
      ]),
      row('services', 'Beside it', 'Services in the register', ({ place }) => recordedWords(place.services)),
      row('implementers', 'Beside it', 'IAPT-LTC early implementers', ({ place }) =>
        place.implementers.length === 0 ? 'not known' : place.implementers.join('\n'),
      ),
      row('case-studies', 'Beside it', 'Case studies in the library', ({ hospitals }) => {
        const titles = new Set(
          hospitals.flatMap(({ odsCode }) => caseStudiesAt(odsCode).map(({ title }) => title)),
        );
        return titles.size === 0 ? 'none in the library' : [...titles].join('\n');
      }),
    ],
    pairs: QUESTIONS.flatMap((question) => pairsOf(columns, question)),
    hospitals: columns.map(({ hospitals }) => hospitals),
  };
}

const populationWords = ({ area }: ComparedPlace): string => {
  if (area === null) return 'does not apply to a hospital';
  if (area.population === null) return 'not known';
  const { total, adults } = area.population;
  return `${total.toLocaleString('en-GB')}, of them ${adults.toLocaleString('en-GB')} adults`;
};

/** England's figures count the whole frame, of which a release may not list every hospital by name. */
const notListed = ({ hospitals, figures }: Column<CompareHospital>): number =>
  (figures?.[0]?.hospitals ?? hospitals.length) - hospitals.length;

function hospitalsWords(column: Column<CompareHospital>): string {
  const left = notListed(column);
  const listed = column.hospitals.length;
  return left > 0 ? `${listed + left}, of which ${listed} are listed by name` : String(listed + left);
}

/** Labels with their number in the order of the ladder; England has too many hospitals for anything else. */
function reportedWords(column: Column<CompareHospital>): string {
  const { hospitals, figures } = column;
  const left = notListed(column);
  if (figures === null) return hospitals[0]?.label ?? 'not in the frame of this round';
  if (hospitals.length === 0) return 'no hospital of the frame lies here';
  const counts = new Map<string, { label: string; code: LadderCode; count: number }>();
  for (const { label, category } of hospitals) {
    const known = counts.get(label);
    counts.set(label, { label, code: category, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .toSorted((a, b) => LADDER_CODES.indexOf(a.code) - LADDER_CODES.indexOf(b.code))
    .map(({ label, count }) => `${label}: ${count}`)
    .concat(left > 0 ? [`Counted in the round, not listed by name: ${left}`] : [])
    .join('\n');
}

function scoreWords({ hospitals }: Column<CompareHospital>): string {
  const scored = hospitals.flatMap(({ name, score }) => (score === null ? [] : [`${score} (${name})`]));
  return scored.length === 0 ? 'none published' : scored.join('\n');
}

const NOT_BY_AREA = 'not published by area';

function countWords(
  { hospitals, figures }: Column<CompareHospital>,
  id: IndicatorId,
  key: (typeof COUNTS)[number]['key'],
): string {
  if (figures === null) {
    const [hospital] = hospitals;
    if (hospital === undefined) return 'not in the frame of this round';
    const { provision, inReach } = publishedPositions(hospital.category);
    return POSITION_OF[id === 'iapt-in-reach' ? inReach : provision] === key ? 'this hospital' : '–';
  }
  const figure = figures.find((one) => one.id === id);
  return figure === undefined ? NOT_BY_AREA : `${figure[key]} of ${figure.hospitals}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function rangeWords({ figures }: Column<CompareHospital>, id: IndicatorId): string {
  if (figures === null) return 'a single hospital has no range';
  const figure = figures.find((one) => one.id === id);
  if (figure === undefined) return NOT_BY_AREA;
  return figure.bounds === null
    ? 'fewer than five hospitals: counts only'
    : `${percent(figure.bounds.lower)} to ${percent(figure.bounds.upper)}`;
}

function englandWords({ place, figures }: Column<CompareHospital>, id: IndicatorId): string {
  if (place.area?.level === 'england') return 'this is England';
  const against = figures?.find((one) => one.id === id)?.againstEngland ?? 'cannot_say';
  if (against === 'cannot_say') return 'cannot say';
  return `${against}: the ranges do not touch`;
}

function pairsOf(
  columns: readonly Column<CompareHospital>[],
  { id, words }: (typeof QUESTIONS)[number],
): readonly PairVerdict[] {
  return columns.flatMap((a, at) =>
    columns.slice(at + 1).map((b): PairVerdict => {
      const [one, other] = [a, b].map(({ figures }) => figures?.find((figure) => figure.id === id)?.bounds);
      const names = { question: words, a: a.place.code, b: b.place.code };
      const pair = `${a.place.name} and ${b.place.name}`;
      if (one == null || other == null)
        return { ...names, apart: false, words: `${pair}: cannot say, one of them has no range.` };
      const higher = one.lower > other.upper ? a : other.lower > one.upper ? b : null;
      return higher === null
        ? { ...names, apart: false, words: `${pair}: cannot say, the ranges touch.` }
        : { ...names, apart: true, words: `${pair}: apart, higher in ${higher.place.name}.` };
    }),
  );
}

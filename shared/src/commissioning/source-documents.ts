/** A document that figures and lists of the commissioning pages rest on. */
export interface SourceDocument {
  /** The number under which its lines are quoted, as in `001:565-567`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Year of publication in words, since not every document carries one. */
  readonly year: string;
}

/** The documents, in the order of their numbers. A line number is that of the plain text which the project works from. */
export const SOURCE_DOCUMENTS: readonly SourceDocument[] = [
  {
    id: '000',
    title: 'Survey of IAPT and liaison psychiatry in acute hospitals',
    publisher: 'liaison faculty, report of the survey',
    year: '2018',
  },
  {
    id: '001',
    title: 'IAPT pathway for people with long-term conditions and MUS: full implementation guidance',
    publisher: 'National Collaborating Centre for Mental Health',
    year: '2018',
  },
  {
    id: '002',
    title: 'Guide for setting up IAPT-LTC services',
    publisher: 'NHS England',
    year: 'not dated, about 2018',
  },
  {
    id: '003',
    title: 'Bringing together physical and mental health',
    publisher: 'The King’s Fund',
    year: '2016',
  },
  {
    id: '004',
    title: 'Course text on IAPT and long-term conditions',
    publisher: 'university course',
    year: 'not dated, 2022 or later',
  },
];

const QUOTED = /^(\d{3}):([\d-]+)$/;

/**
 * Quoted lines in words for a reader: document, year and lines, each document named once. Several lines are parted by
 * ", ". Text of another shape stays as it is.
 * @example sourceWords('001:565-567, 001:692') // 'Full implementation guidance, 2018 (001:565-567, 692)'
 */
export function sourceWords(source: string): string {
  const linesOf = new Map<string, string[]>();
  for (const one of source.split(', ')) {
    const [, id = '', lines = ''] = QUOTED.exec(one) ?? [];
    const short = SHORT_NAMES.get(id);
    if (short === undefined) linesOf.set(one, []);
    else linesOf.set(`${short} (${id}:`, [...(linesOf.get(`${short} (${id}:`) ?? []), lines]);
  }
  return [...linesOf]
    .map(([start, lines]) => (lines.length === 0 ? start : `${start}${lines.join(', ')})`))
    .join('; ');
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['000', 'Survey report, 2018'],
  ['001', 'Full implementation guidance, 2018'],
  ['002', 'Setting-up guide, about 2018'],
  ['003', 'King’s Fund report, 2016'],
  ['004', 'Course text, 2022 or later'],
]);

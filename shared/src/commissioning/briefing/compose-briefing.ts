import { INDICATOR_DEFINITIONS } from '../../analysis/indicator-definitions.js';
import { dayInWords } from '../../kernel/day-in-words.js';
import type { Problem } from '../../kernel/problem.js';
import type { Result } from '../../kernel/result.js';
import { roundAttribution } from '../../publication/attribution.js';
import type { ReportNode, ReportTree } from '../../publication/report/report-tree.js';
import { SYNTHETIC_NOTICE } from '../../publication/synthetic-marking.js';
import { FEWEST_FOR_SHARES } from '../area-figures.js';
import { againstEngland } from '../area-parts.js';
import { areaProfile } from '../area-profile.js';
import { NEED_SHEET } from '../estimate-need.js';
import { POPULATION } from '../need-inputs.js';
import { readEstimate, type TypedEstimate } from '../read-estimate.js';
import { areaMap } from './area-map.js';
import { elsewherePart, nearestPart } from './briefing-elsewhere.js';
import { hospitalsPart } from './briefing-hospitals.js';
import type { BriefingInput } from './briefing-input.js';
import { needPart } from './briefing-need.js';
import { bullets, heading, paragraph } from './briefing-nodes.js';
import { figurePicture } from './briefing-pictures.js';
import { BRIEFING_ROOMS, type BriefingRoom } from './briefing-room.js';
import { servicesPart } from './briefing-services.js';
import { standardsPart } from './briefing-standards.js';
import { readReportedStandards } from './read-reported-standards.js';

/** A briefing is two sides of A4, whatever the area: what does not fit is counted and pointed to, never left out unsaid. */
export const BRIEFING_SHEETS = 2;

const KINDS: Readonly<Record<BriefingInput['release']['kind'], string>> = {
  imported: 'PUBLISHED: facts of a printed report',
  interim: 'DRAFT: interim figures, before the round is final',
  final: 'PUBLISHED: final figures',
  erratum: 'PUBLISHED: corrected figures',
};

/**
 * What a board needs on two sides: every figure by the rules of the area's profile, the estimates and the standards.
 * What nobody told is "not known", and never "none". Refuses inputs that cannot be read, box by box.
 *
 * @param room how much is named one by one: only names and lists become shorter, figures and method never
 */
export function composeBriefing(
  input: BriefingInput,
  room: BriefingRoom = BRIEFING_ROOMS[0],
): Result<ReportTree, Problem> {
  const typedNeed = withResidents(input);
  const estimate = readEstimate(NEED_SHEET, typedNeed);
  const standards = readReportedStandards(input.typed);
  const problems = [...estimate.problems, ...standards.problems];
  if (problems.length > 0) return { ok: false, problems };
  const { area, release } = input;
  const profile = areaProfile(area, release, room.inReach);
  const hasOwn =
    NEED_SHEET.inputs.some(({ key }) =>
      [key, `${key}.low`, `${key}.high`].some((box) => (input.typed(box) ?? '') !== ''),
    ) || standards.reported.some(({ share }) => share.denominator !== null);
  const map = areaMap(area.name, input.outline, profile.hospitals);
  return {
    ok: true,
    value: {
      schema: 'liaison-atlas/report/1',
      lang: 'en-GB',
      title: `Briefing: ${area.name}${release.round.kind === 'synthetic' ? ' (SYNTHETIC answers)' : ''}`,
      notice: release.round.kind === 'synthetic' ? SYNTHETIC_NOTICE : '',
      about: aboutOf(input, hasOwn),
      date: release.publishedAt,
      sheets: BRIEFING_SHEETS,
      nodes: [
        ...(map === undefined ? [] : [{ kind: 'picture' as const, picture: map }]),
        heading('in-one-sentence', 'In one sentence'),
        paragraph(profile.gapSentence),
        heading('reported', 'What is reported, and what is not known'),
        ...figuresPart(input, profile),
        ...(profile.unplaced === '' ? [] : [paragraph(profile.unplaced)]),
        ...hospitalsPart(profile.hospitals, room),
        ...nearestPart(input.from, release.hospitals, room),
        { kind: 'sheet' },
        ...servicesPart(input.services, room),
        ...needPart(estimate.values, typedNeed, input.typed),
        ...standardsPart(standards.reported),
        ...elsewherePart(profile.hospitals),
        ...methodPart(input),
      ],
    },
  };
}

/** What was typed, with the residents of the area where no population was. */
function withResidents({ typed, residents }: BriefingInput): TypedEstimate {
  return (box) => {
    const own = typed(box) ?? '';
    return box === POPULATION.key && own.trim() === '' && residents !== null ? String(residents) : own;
  };
}

function aboutOf(
  { area, release, sha256, status, address }: BriefingInput,
  hasOwn: boolean,
): readonly string[] {
  const { round, responseRate, number, publishedAt, asAt, kind } = release;
  const rate = `${(responseRate.rate * 100).toFixed(1)}%`;
  return [
    [
      `${KINDS[kind]}.`,
      hasOwn
        ? 'DRAFT in part: need or standards hold figures typed by a reader, which nobody has checked.'
        : '',
      status.replacedBy === null
        ? ''
        : `REPLACED on ${dayInWords(status.replacedBy.publishedAt)} by release ${status.replacedBy.number}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    `${LEVELS[area.level]} ${area.code}. Round: ${round.title}; release ${number} of ${dayInWords(publishedAt)}; answers as at ${dayInWords(asAt)}. ` +
      `Response of the whole round: ${responseRate.answered} of ${responseRate.frame} hospitals (${rate}).`,
    `The same again: ${address} (release SHA-256 ${sha256.slice(0, 12)}…)`,
  ];
}

const LEVELS: Readonly<Record<BriefingInput['area']['level'], string>> = {
  england: 'The whole country',
  region: 'NHS England region',
  icb: 'Integrated care board of 2022',
  ccg: 'Clinical commissioning group of 2018',
  trust: 'NHS trust of February 2018',
};

function figuresPart(
  { release }: BriefingInput,
  { figures }: ReturnType<typeof areaProfile>,
): readonly ReportNode[] {
  if (figures.length === 0)
    return [
      paragraph(
        'The source of this round gives no figures by area: not published by area. That is not 0, and says nothing about who answered.',
      ),
    ];
  return figures.flatMap((figure): readonly ReportNode[] => {
    const { title } = INDICATOR_DEFINITIONS[figure.id];
    const england = release.indicators.find(({ id }) => id === figure.id);
    return [
      heading(`figure-${figure.id}`, title, 3),
      { kind: 'picture', picture: figurePicture(figure, title, england) },
      paragraph(
        figure.bounds === null
          ? `Fewer than ${FEWEST_FOR_SHARES} hospitals: counts only, because a percentage of so few would mislead.`
          : `The range is what could be, whatever those not known would say. ${figure.againstEngland === null ? '' : againstEngland(figure.againstEngland)}`.trim(),
      ),
    ];
  });
}

function methodPart({ release }: BriefingInput): readonly ReportNode[] {
  return [
    heading('method', 'How to read this, and sources'),
    bullets([
      'Counted from what is published by name: a hospital that is not published may have answered or not. “Not known” and “not reported” never mean “none” or 0. An absent in-reach is no shortage by itself: another integrated service may be on site.',
      'Estimates are for planning and count nobody; low and high take every input at its low and high value and are no statistical interval. Standards are those of 2018, judged by the point value; chance stands beside it.',
      'Distances are straight lines, not travel times, and not where patients go. The map shows no catchments.',
      `${roundAttribution(release.round.kind)} Need and standards: full implementation guidance, 2018; case studies: King’s Fund, 2016. This briefing may be passed on under the Open Government Licence v3.0 with this line. Methods: /methods.`,
    ]),
  ];
}

import type { PublishedHospital } from '../../publication/release.js';
import type { ReportNode } from '../../publication/report/report-tree.js';
import { caseStudiesByPriority } from '../case-studies.js';
import { hospitalCount } from '../gap-sentence.js';
import { nearPlaces } from '../near-places.js';
import { kmWords } from '../nearest.js';
import { prioritiesFor } from '../priorities-for.js';
import type { BriefingInput } from './briefing-input.js';
import { bullets, heading, paragraph } from './briefing-nodes.js';
import { type BriefingRoom, shortName } from './briefing-room.js';

/** What is reported absent or weak, hospitals where the word gap is allowed, and who has solved it elsewhere. */
export function elsewherePart(hospitals: readonly PublishedHospital[]): readonly ReportNode[] {
  const title = heading('elsewhere', 'What is reported absent or weak, and who has solved it');
  const suggested = prioritiesFor(hospitals.map(({ category }) => category));
  const gaps = hospitals.filter(({ isGap }) => isGap).length;
  if (suggested.length === 0)
    return [
      title,
      paragraph('Nothing is published as absent or weak here, which does not mean that nothing is.'),
    ];
  const library = caseStudiesByPriority();
  return [
    title,
    bullets([
      ...(gaps === 0
        ? []
        : [`Reported gap, with no other integrated service on site: ${hospitalCount(gaps)}.`]),
      ...suggested.map(({ area, reason }) => {
        const studies = library.find((one) => one.area.number === area.number)?.studies ?? [];
        const names = studies.map(({ title: name, letter }) => `${name} (${letter}, 2016)`).join('; ');
        return `${area.title}, because ${reason}: ${names === '' ? 'no case study yet' : names}.`;
      }),
    ]),
  ];
}

/** The nearest hospitals and the nearest integrated one, where the briefing was asked from a place. */
export function nearestPart(
  from: BriefingInput['from'],
  hospitals: readonly PublishedHospital[],
  room: BriefingRoom,
): readonly ReportNode[] {
  if (from === null) return [];
  const { hospitals: nearest, exemplar } = nearPlaces(from, hospitals);
  const near = nearest.map(({ place, km }) => `${shortName(place.name, room)}, ${kmWords(km)}`);
  const example = exemplar
    ? `Nearest with in-reach that its liaison team rates partly or well integrated: ${shortName(exemplar.place.name, room)}, ${kmWords(exemplar.km)}.`
    : 'No hospital is published as partly or well integrated in this round; others may be.';
  return [
    heading('nearest', 'Nearest hospitals'),
    paragraph(`In a straight line from ${shortName(from.words, room)}: ${near.join('; ')}. ${example}`),
  ];
}

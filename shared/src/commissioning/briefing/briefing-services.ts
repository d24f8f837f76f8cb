import { dayInWords } from '../../kernel/day-in-words.js';
import type { ReportNode } from '../../publication/report/report-tree.js';
import type { ShownService } from '../register/shown-service.js';
import { hospitalCount } from '../gap-sentence.js';
import { KIND_WORDS, STATUS_WORDS } from '../register/service-words.js';
import type { BriefingInput, BriefingService } from './briefing-input.js';
import { bullets, heading, paragraph } from './briefing-nodes.js';
import { type BriefingRoom, shortName } from './briefing-room.js';

/** Letters of a name: two pages have room for so many. */
const LONGEST_NAME = 80;
const NOT_NONE =
  'Liaison teams, clinical health psychology, IAPT for long-term conditions, pain and fatigue services and the voluntary sector may all be at work here. Ask before you commission, so that a new in-reach does not compete with a team on site.';

/** Services of the register as a briefing names them, in their order; closed ones are left out. */
export const toBriefingServices = (
  services: readonly Pick<ShownService, 'name' | 'kind' | 'status' | 'hospitals' | 'lastConfirmedOn'>[],
): readonly BriefingService[] =>
  services
    .filter(({ status }) => status !== 'closed')
    .map(({ name, kind, status, hospitals, lastConfirmedOn }) => ({
      name: name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name,
      about: [
        KIND_WORDS[kind],
        status === 'not_known' ? 'not known whether it still runs' : STATUS_WORDS[status],
        hospitals.length === 0 ? 'hospitals not known' : hospitalCount(hospitals.length),
        lastConfirmedOn === '' ? 'nobody has confirmed it' : `last confirmed ${dayInWords(lastConfirmedOn)}`,
      ].join('; '),
    }));

/** The services that are registered in the area; nothing registered is "not known". */
export function servicesPart(services: BriefingInput['services'], room: BriefingRoom): readonly ReportNode[] {
  const title = heading('services', 'Existing services');
  if (services.length === 0)
    return [title, paragraph(`Not known, which is not “none”: no service is registered here. ${NOT_NONE}`)];
  const left = services.length - room.services;
  return [
    title,
    bullets([
      ...services.slice(0, room.services).map(({ name, about }) => `${shortName(name, room)}: ${about}`),
      ...(left > 0 ? [`and ${left} more; the area’s page lists them.`] : []),
    ]),
    paragraph(
      'As the register stood when this page was made. What is not registered is not known; it may exist.',
    ),
  ];
}

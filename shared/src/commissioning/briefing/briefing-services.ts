import type { ReportNode } from '../../publication/report/report-tree.js';
import type { BriefingInput } from './briefing-input.js';
import { bullets, heading, paragraph } from './briefing-nodes.js';

const MOST_SERVICES = 8;
const NOT_NONE =
  'Liaison teams, clinical health psychology, IAPT for long-term conditions, pain and fatigue services and the voluntary sector may all be at work here. Ask before you commission, so that a new in-reach does not compete with a team on site.';

/** The services that are registered in the area; nothing registered is "not known". */
export function servicesPart(services: BriefingInput['services']): readonly ReportNode[] {
  const title = heading('services', 'Existing services');
  if (services === null || services.length === 0)
    return [title, paragraph(`Not known, which is not “none”: no service is registered here. ${NOT_NONE}`)];
  const left = services.length - MOST_SERVICES;
  return [
    title,
    bullets([
      ...services.slice(0, MOST_SERVICES).map(({ name, about }) => `${name}: ${about}`),
      ...(left > 0 ? [`and ${left} more in the register.`] : []),
    ]),
    paragraph('What is not registered is not known; it may exist.'),
  ];
}

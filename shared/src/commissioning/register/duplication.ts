import type { DeliveryWay, ServiceFacts, ServiceKind, StoredService } from './register-service.js';
import { KIND_WORDS, STATUS_WORDS } from './service-words.js';

export const DUPLICATION_REASONS = ['on_site', 'in_reach', 'not_known'] as const;
export type DuplicationReason = (typeof DUPLICATION_REASONS)[number];

/** A planned in-reach beside another service at the same hospital. */
export interface DuplicationWarning {
  readonly odsCode: string;
  readonly plannedId: string;
  readonly plannedName: string;
  readonly otherId: string;
  readonly otherName: string;
  readonly otherKind: ServiceKind;
  /**
   * `on_site`: a team is there already; `in_reach`: a second in-reach for conditions that overlap; `not_known`: a service
   * works there and nobody has said whether on site.
   */
  readonly because: DuplicationReason;
  /** What to know before saving or commissioning. */
  readonly text: string;
}

/** What the 2018 survey found of in-reach that competes (000:37-43, 330-339), in our words. */
export const COMPETING_IN_REACH =
  'Teams told the 2018 survey that in-reach which competes with a service on site is unlikely to be effective, and that ' +
  'several mental health services in one hospital can blur who is responsible. Plan with the team that is there.';

/** One that stands or may come to stand: a closed service competes with nobody, an unknown status may. */
const mayStand = ({ status }: ServiceFacts): boolean => status !== 'closed';

/**
 * Whether two services may treat the same people. Unknown conditions overlap with everything: not known is not none.
 */
export const conditionsOverlap = (a: ServiceFacts, b: ServiceFacts): boolean =>
  a.conditions.length === 0 ||
  b.conditions.length === 0 ||
  a.conditions.includes('any_condition') ||
  b.conditions.includes('any_condition') ||
  a.conditions.some((condition) => b.conditions.includes(condition));

type Named = Pick<StoredService, 'id' | 'facts'>;

/**
 * Where a service that is planned as in-reach meets one that is on site or may be, or another in-reach for overlapping
 * conditions; closed ones are left out. Two planned in-reach services warn once each, under the one that is asked about.
 * @param planned the service as it is or as it would be saved
 * @param others the rest of the register
 */
export function duplicationOf(planned: Named, others: readonly Named[]): readonly DuplicationWarning[] {
  if (planned.facts.status !== 'planned') return [];
  const into = planned.facts.deliveries.filter(({ how }) => how === 'in_reach');
  return into.flatMap(({ odsCode }) =>
    others.flatMap((other): readonly DuplicationWarning[] => {
      if (other.id === planned.id || !mayStand(other.facts)) return [];
      const how = other.facts.deliveries.find((delivery) => delivery.odsCode === odsCode)?.how;
      const because = reasonOf(how, planned.facts, other.facts);
      if (because === null) return [];
      const { name, kind } = other.facts;
      return [
        {
          odsCode,
          plannedId: planned.id,
          plannedName: planned.facts.name,
          otherId: other.id,
          otherName: name,
          otherKind: kind,
          because,
          text: textOf(planned.facts, other.facts, because),
        },
      ];
    }),
  );
}

function reasonOf(
  how: DeliveryWay | undefined,
  planned: ServiceFacts,
  other: ServiceFacts,
): DuplicationReason | null {
  if (how === 'on_site' || how === 'not_known') return how;
  return how === 'in_reach' && conditionsOverlap(planned, other) ? 'in_reach' : null;
}

function textOf(planned: ServiceFacts, other: ServiceFacts, because: DuplicationReason): string {
  const who = `${other.name} (${KIND_WORDS[other.kind]}, status ${STATUS_WORDS[other.status]})`;
  switch (because) {
    case 'on_site':
      return `There is already a service on site: ${who}. ${planned.name} is planned as in-reach to the same hospital.`;
    case 'not_known':
      return `${who} works at the same hospital; whether on site is not known. Ask before ${planned.name} is planned as in-reach.`;
    case 'in_reach': {
      const unsure = planned.conditions.length === 0 || other.conditions.length === 0;
      const which = unsure
        ? 'for which conditions is not known, so an overlap cannot be ruled out'
        : 'the conditions overlap';
      return `There is another in-reach to the same hospital: ${who}. ${planned.name} is planned beside it, and ${which}.`;
    }
  }
}

/** Every warning among the services of a hospital or an area. @param hospitals only at these; absent = everywhere */
export function duplicationsAmong(
  services: readonly Named[],
  hospitals?: ReadonlySet<string>,
): readonly DuplicationWarning[] {
  return services
    .flatMap((service) => duplicationOf(service, services))
    .filter(({ odsCode }) => hospitals === undefined || hospitals.has(odsCode));
}

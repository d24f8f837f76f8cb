import type { ServiceFacts } from './register-service.js';
import { COMPETING_IN_REACH, type DuplicationWarning } from './duplication.js';
import type { ShownFact, ShownService } from './shown-service.js';

/** Stands in every answer that lists services: an empty list is no finding. */
export const REGISTER_NOTE =
  'The register is being filled. What is not in it is not known, which is not the same as none. A fact fades 24 months ' +
  'after it was last confirmed.';

/** Facts as data: null = not known. */
type OpenFacts = { readonly [Key in keyof ServiceFacts]: unknown };

/** null for everything that is not known, so that no reader takes '' or [] for "none". */
const orNull = (value: unknown): unknown =>
  value === '' || value === 'not_known' || (Array.isArray(value) && value.length === 0) ? null : value;

const openFact = ({ key, value, age, confirmedOn, confirmedBy, source }: ShownFact) => ({
  fact: key,
  value: age === 'not_known' ? null : value,
  age,
  confirmedOn: orNull(confirmedOn),
  confirmedBy: orNull(confirmedBy),
  source: orNull(source),
});

/** One service as open data. */
export function toOpenService(service: ShownService) {
  const { kind, name, provider, tier, status, what, hours, referral, outcomes, wte, resources } = service;
  const said = { kind, name, provider, tier, status, what, hours, referral, outcomes, wte, resources };
  const { conditions, settings, complexity } = service;
  const open = Object.entries({ ...said, conditions, settings, complexity });
  return {
    id: service.id,
    revision: service.revision,
    ...(Object.fromEntries(open.map(([key, value]) => [key, orNull(value)])) as Omit<
      OpenFacts,
      'deliveries'
    >),
    hospitals: service.hospitals.map((fact) => ({
      odsCode: fact.odsCode,
      name: fact.hospital,
      how: orNull(fact.how),
      age: fact.age,
      confirmedOn: orNull(fact.confirmedOn),
      confirmedBy: orNull(fact.confirmedBy),
      source: orNull(fact.source),
    })),
    lastConfirmedOn: orNull(service.lastConfirmedOn),
    lastConfirmedBy: orNull(service.lastConfirmedBy),
    facts: service.lines.map(openFact),
  };
}

/** A list of services as open data. @param today the day by which ages were reckoned */
export const toOpenServices = (
  services: readonly ShownService[],
  warnings: readonly DuplicationWarning[],
  today: string,
) => ({
  note: REGISTER_NOTE,
  asAt: today,
  services: services.map(toOpenService),
  duplicationNote: COMPETING_IN_REACH,
  duplications: warnings.map(({ odsCode, plannedId, otherId, because, text }) => ({
    odsCode,
    plannedService: plannedId,
    otherService: otherId,
    because,
    text,
  })),
});

import type { ServiceKind, ServiceStatus, StoredService } from './register-service.js';

/** What a reader asks the register for; a part that is absent narrows nothing. */
export interface ServiceSearch {
  readonly hospital?: string;
  /** Codes of the hospitals of an area. */
  readonly hospitals?: ReadonlySet<string>;
  readonly kind?: ServiceKind;
  readonly status?: ServiceStatus;
}

/**
 * The services that fit, by name and then by id. A service without a hospital is in no area and at no hospital: where
 * it works is not known.
 */
export function findServices<Service extends StoredService>(
  services: readonly Service[],
  { hospital, hospitals, kind, status }: ServiceSearch,
): readonly Service[] {
  return services
    .filter(
      ({ facts }) =>
        (kind === undefined || facts.kind === kind) &&
        (status === undefined || facts.status === status) &&
        (hospital === undefined || facts.deliveries.some(({ odsCode }) => odsCode === hospital)) &&
        (hospitals === undefined || facts.deliveries.some(({ odsCode }) => hospitals.has(odsCode))),
    )
    .sort((a, b) => order(a.facts.name.toLowerCase(), b.facts.name.toLowerCase()) || order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import { describe, expect, it } from 'vitest';

import { exampleFacts, exampleStamp } from './example-service.js';
import type { ServiceFacts } from './register-service.js';
import { showService } from './shown-service.js';
import { toHealthcareService, toServicesBundle } from './to-fhir-services.js';
import { toHsds } from './to-hsds.js';

const shown = (values: Partial<ServiceFacts>) =>
  showService(
    { id: 'a', revision: 1, facts: exampleFacts(values), stamps: { name: exampleStamp('2026-01-01') } },
    '2026-02-01',
    (code) => `Hospital ${code}`,
  );
const place = () => ({ name: 'Unreal Infirmary', latitude: 53.5, longitude: -2.1 });
const hsds = (values: Partial<ServiceFacts>) => toHsds([shown(values)], place).contents[0]!;

describe('the register in the words of HSDS', () => {
  it.each([
    ['active', 'active', undefined],
    ['pilot', 'active', 'Status in the register: pilot.'],
    ['planned', 'inactive', 'Status in the register: planned.'],
    ['closed', 'defunct', undefined],
    ['not_known', 'inactive', 'Status in the register: not known.'],
  ] as const)('says of %s: %s, and the rest as an alert', (status, said, alert) => {
    const service = hsds({ status }) as Record<string, unknown>;
    expect([service['status'], service['alert']]).toEqual([said, alert]);
  });

  it('leaves out what is not known, and says that the provider is not known where HSDS demands one', () => {
    const service = hsds({});
    expect(Object.values(service)).not.toContain('');
    expect(service).not.toHaveProperty('description');
    expect(service).toMatchObject({ organization: { name: 'Provider not known' }, schedules: [] });
  });

  it('names each hospital with its code and its point, and how the service gets there', () => {
    const {
      service_at_locations: [at],
    } = hsds({ deliveries: [{ odsCode: 'ZZ1', how: 'in_reach' }] });
    expect(at).toMatchObject({
      id: 'a-at-ZZ1',
      description: 'in-reach into the hospital',
      location: { id: 'ZZ1', location_type: 'physical', latitude: 53.5, external_identifier: 'ZZ1' },
    });
  });

  it('gives one organisation one id', () => {
    const ids = ['Unreal Trust', 'UNREAL  trust'].map((provider) => hsds({ provider }).organization.id);
    expect(new Set(ids).size).toBe(1);
  });

  it('has the fields that HSDS 3 demands of service, organization, location and schedule', () => {
    const service = hsds({ hours: 'extended', deliveries: [{ odsCode: 'ZZ1', how: 'not_known' }] });
    for (const field of ['id', 'name', 'status']) expect(service).toHaveProperty(field);
    for (const field of ['id', 'name', 'description']) expect(service.organization).toHaveProperty(field);
    for (const { location, id } of service.service_at_locations)
      expect([id, location.id, location.location_type].every((each) => each !== '')).toBe(true);
    expect(service.schedules.every(({ id }) => id !== '')).toBe(true);
  });
});

describe('the register in FHIR', () => {
  it('says active only where the status is known', () => {
    expect(toHealthcareService(shown({ status: 'not_known' }))).not.toHaveProperty('active');
    expect(toHealthcareService(shown({ status: 'planned' })).active).toBe(false);
    expect(toHealthcareService(shown({ status: 'pilot' })).active).toBe(true);
  });

  it('leaves out what is not known', () => {
    const resource = toHealthcareService(shown({}));
    for (const field of ['providedBy', 'specialty', 'location', 'availableTime', 'referralMethod'])
      expect(resource).not.toHaveProperty(field);
    expect(toServicesBundle([], 'https://x.example')).not.toHaveProperty('entry');
  });
});

import { describe, expect, it } from 'vitest';

import type { HospitalFacts } from './similar-hospitals.js';
import { similarHospitals } from './similar-hospitals.js';

const hospital = (odsCode: string, told: Partial<HospitalFacts> = {}): HospitalFacts => ({
  odsCode,
  name: odsCode,
  siteCategory: 'general_ed',
  regionCode: 'Y62',
  trustCode: odsCode,
  attendances: 100_000,
  latitude: 53.5,
  longitude: -2.1,
  category: 'G4',
  ...told,
});
const here = hospital('HERE', { category: 'G1' });

describe('hospitals like this one that solved it', () => {
  it('offers the one that is alike on most measures first, with every reason', () => {
    const far = hospital('FAR', { latitude: 50.5, regionCode: 'Y58', attendances: 40_000 });
    const [first, second] = similarHospitals(here, [far, hospital('NEAR'), here]);
    expect([first?.hospital.odsCode, second?.hospital.odsCode]).toEqual(['NEAR', 'FAR']);
    expect(first?.likenesses.map(({ alike }) => alike)).toEqual(['yes', 'yes', 'yes', 'yes', 'yes']);
    expect(second?.likenesses.map(({ alike }) => alike)).toEqual(['yes', 'no', 'yes', 'no', 'no']);
    expect(second?.likenesses[1]?.words).toContain('40,000');
  });

  it('offers neither itself, nor one that solved nothing, nor anything where nothing is reported weak', () => {
    expect(similarHospitals(here, [here, hospital('SILENT', { category: 'NR' })])).toEqual([]);
    for (const category of ['NR', 'NP', 'DK', 'G4', 'GU'] as const)
      expect(similarHospitals(hospital('OK', { category }), [hospital('NEAR')])).toEqual([]);
  });

  it('takes attendances up to a quarter of the larger for alike, and unknown ones for neither', () => {
    const alikeTo = (attendances: number | null) =>
      similarHospitals(here, [hospital('X', { attendances })])[0]?.likenesses[1]?.alike;
    expect([alikeTo(75_000), alikeTo(74_999), alikeTo(133_333), alikeTo(133_334), alikeTo(null)]).toEqual([
      'yes',
      'no',
      'yes',
      'no',
      'not_known',
    ]);
  });

  it('offers the hospital of a case study that answers the situation, and not of another one', () => {
    const hull = hospital('RWA01', { category: 'NP' });
    expect(similarHospitals(here, [hull])[0]?.studies.map(({ letter }) => letter)).toEqual(['E']);
    expect(similarHospitals(here, [hull])[0]?.inReach).toBe(false);
    expect(similarHospitals(hospital('NONE', { category: 'G0' }), [hull])).toEqual([]);
  });
});

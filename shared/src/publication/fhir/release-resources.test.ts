import { describe, expect, it } from 'vitest';

import { INSTRUMENT_V1_1 } from '../../instrument/instruments/v1-1.js';
import { exampleRelease, type ExampleAnswer } from '../example-dataset.js';
import { exampleFrame } from '../example-frame.js';
import type { FhirType } from './fhir-resource.js';
import { found, parseFhirSearch, toSearchBundle } from './fhir-search.js';
import { toOperationOutcome } from './operation-outcome.js';
import { releaseResources } from './release-resources.js';

const frame = exampleFrame(20);
const ANSWERS: Readonly<Record<string, ExampleAnswer>> = {
  RW603: { treats: 'yes', inReach: 'yes', score: 80 },
  RH801: { treats: 'yes', inReach: 'yes', score: 12, nameScore: false },
  RA301: { treats: 'no', inReach: 'no', otherService: 'no' },
  RWA01: { treats: 'yes', inReach: 'no' },
  ZZ005: { treats: 'no', inReach: 'no', nameFacts: false },
};
const resources = releaseResources(exampleRelease('live', frame, ANSWERS), INSTRUMENT_V1_1);
const of = (type: FhirType) => resources.filter(({ resourceType }) => resourceType === type);
const response = (odsCode: string): string =>
  JSON.stringify(of('QuestionnaireResponse').find(({ id }) => id.endsWith(odsCode)) ?? null);

describe('a release as FHIR resources', () => {
  it('has a service only where in-reach is reported by name', () => {
    expect(of('HealthcareService').map(({ name }) => name)).toEqual([
      expect.stringMatching(/^IAPT in-reach at .*Oldham/),
      expect.stringMatching(/^IAPT in-reach at .*Exeter/),
    ]);
  });

  it('puts a "no" under both of its parts, and a "yes" under neither, since its part is not published', () => {
    expect(response('RA301')).toContain('iapt_treats_mus"');
    expect(response('RA301')).toContain('iapt_treats_ltc"');
    expect(response('RWA01')).toContain('iapt_inreach_ltc"');
    expect(response('RWA01')).not.toContain('iapt_treats');
    expect(response('RW603')).not.toMatch(/"linkId":"iapt_/);
  });

  it('gives a score with its consent only, and nothing of a hospital that may not be named', () => {
    expect(response('RW603')).toContain('"valueInteger":80');
    expect(response('RH801')).not.toContain('"valueInteger"');
    expect(response('ZZ005')).toBe('null');
  });

  it('lists every hospital and every trust once', () => {
    expect(of('Location')).toHaveLength(20);
    expect(new Set(of('Organization').map(({ id }) => id)).size).toBe(of('Organization').length);
    expect(of('Questionnaire').map(({ id }) => id)).toEqual(['iapt-liaison.1.1']);
  });
});

describe('a search', () => {
  const search = (parameters: Record<string, unknown>) => {
    const parsed = parseFhirSearch(parameters);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const bundle = toSearchBundle('https://atlas.example/fhir', 'Location', parsed.value, [
      ...found(resources, 'Location', parsed.value),
    ]);
    return { total: bundle.total, links: bundle.link.map(({ relation }) => relation), bundle };
  };

  it('has no way on from the last page, and none back from the first', () => {
    expect(search({ _count: '15' }).links).toEqual(['self', 'next']);
    expect(search({ _count: '15', _offset: '15' }).links).toEqual(['self', 'previous']);
    expect(search({}).links).toEqual(['self']);
    expect(search({ _offset: '100' }).bundle).not.toHaveProperty('entry');
  });

  it('keeps what was asked in its links', () => {
    const { bundle } = search({ _count: '1', name: 'example hospital' });
    expect(bundle.link[1]?.url).toBe(
      'https://atlas.example/fhir/Location?_count=1&name=example%20hospital&_offset=1',
    );
  });

  it.each([
    [{ _count: '-1' }, '_count'],
    [{ _sort: 'name' }, '_sort'],
    [{ name: ['a', 'b'] }, 'name'],
    [{ _format: 'xml' }, '_format'],
  ])('%j is refused', (parameters, field) =>
    expect(parseFhirSearch(parameters)).toMatchObject({ ok: false, problems: [{ field }] }),
  );

  it('may say how it wants its answer, as clients do', () =>
    expect(parseFhirSearch({ _format: 'application/fhir+json', _pretty: 'true' }).ok).toBe(true));
});

it('a refusal keeps code, field, message and mend', () => {
  const { issue } = toOperationOutcome({ code: 'BAD_INPUT', field: 'x', message: 'No.', mend: 'Do y.' });
  expect(issue).toEqual([
    {
      severity: 'error',
      code: 'invalid',
      details: { coding: [{ system: 'urn:liaison-atlas:problem', code: 'BAD_INPUT' }], text: 'No.' },
      diagnostics: 'x: Do y.',
    },
  ]);
});

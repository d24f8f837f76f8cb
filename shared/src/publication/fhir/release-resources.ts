import type { Instrument } from '../../instrument/instrument.js';
import { toFhirQuestionnaire } from '../../instrument/interchange/to-fhir-questionnaire.js';
import { OURS } from '../../instrument/interchange/fhir-r4.js';
import { publicPosition } from '../public-position.js';
import type { PublishedHospital, ReleaseDocument } from '../release.js';
import {
  type FhirMeta,
  type FhirResource,
  fhirId,
  ODS_ORGANISATION,
  ODS_SITE,
  OUR_ANSWERS,
  OUR_SERVICES,
  SUBSETTED,
  TEST_DATA,
} from './fhir-resource.js';
import { publishedAnswers } from './published-answers.js';

/**
 * A release as FHIR R4 resources: its questionnaire, hospitals, their trusts, the in-reach services that are reported,
 * and the answers that are published by name. Nothing but the release and its questionnaire is read, so nothing can
 * leave here that the release holds back.
 *
 * A hospital without a HealthcareService is one where no in-reach is *known*, never one without. Where answers are
 * invented, everything about a hospital has ids of its own and the tag for test data.
 */
export function releaseResources(release: ReleaseDocument, instrument: Instrument): readonly FhirResource[] {
  const { round, hospitals, number, publishedAt } = release;
  const synthetic = round.kind === 'synthetic';
  const source = `${OURS}:release:${round.id}:${number}`;
  const meta: FhirMeta = {
    lastUpdated: publishedAt,
    source,
    ...(synthetic ? { tag: [TEST_DATA] } : {}),
  };
  const placeId = ({ odsCode }: PublishedHospital): string =>
    synthetic ? fhirId(round.id, odsCode) : fhirId(odsCode);
  const trusts = new Map(hospitals.map(({ trustCode, trust }) => [trustCode, trust]));
  return [
    questionnaire(instrument),
    ...[...trusts].map(([code, name]) => organisation(code, name)),
    ...hospitals.map((hospital) => location(hospital, placeId(hospital), meta)),
    ...hospitals.flatMap((hospital) => inReach(hospital, placeId(hospital), round.id, meta)),
    ...hospitals.flatMap((hospital) => answers(hospital, placeId(hospital), release, instrument, meta)),
  ];
}

const questionnaire = (instrument: Instrument): FhirResource => {
  const { resourceType: _type, ...rest } = toFhirQuestionnaire(instrument);
  return {
    resourceType: 'Questionnaire',
    id: fhirId(instrument.key, instrument.version),
    ...rest,
  };
};

const organisation = (code: string, name: string): FhirResource & { readonly type: unknown } => ({
  resourceType: 'Organization',
  id: fhirId(code),
  identifier: [{ system: ODS_ORGANISATION, value: code }],
  type: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/organization-type',
          code: 'prov',
          display: 'Healthcare Provider',
        },
      ],
    },
  ],
  name,
});

const location = (
  { odsCode, name, longitude, latitude, trustCode, trust }: PublishedHospital,
  id: string,
  meta: FhirMeta,
): FhirResource => {
  const own = {
    mode: 'instance',
    physicalType: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/location-physical-type',
          code: 'si',
          display: 'Site',
        },
      ],
    },
    position: { longitude, latitude },
    managingOrganization: { reference: `Organization/${fhirId(trustCode)}`, display: trust },
  };
  return {
    resourceType: 'Location',
    id,
    meta,
    identifier: [{ system: ODS_SITE, value: odsCode }],
    name,
    ...own,
  };
};

/** The in-reach service of a hospital where one is reported by name; who provides it is not published. */
function inReach(
  hospital: PublishedHospital,
  placeId: string,
  roundId: string,
  meta: FhirMeta,
): readonly FhirResource[] {
  const { odsCode, name, category, label, marker } = hospital;
  if (publicPosition(category, 'iapt-in-reach') !== 'yes') return [];
  const own = {
    location: [{ reference: `Location/${placeId}`, display: name }],
    comment: [`${label}.`, marker].filter((part) => part !== '').join(' '),
  };
  return [
    {
      resourceType: 'HealthcareService',
      id: fhirId(roundId, odsCode, 'in-reach'),
      meta,
      identifier: [{ system: OUR_SERVICES, value: `${roundId}/${odsCode}` }],
      name: `IAPT in-reach at ${name}`,
      ...own,
    },
  ];
}

function answers(
  hospital: PublishedHospital,
  placeId: string,
  { round, asAt }: ReleaseDocument,
  instrument: Instrument,
  meta: FhirMeta,
): readonly FhirResource[] {
  const published = publishedAnswers(hospital, placeId, instrument, asAt);
  if (published === null) return [];
  const { odsCode } = hospital;
  return [
    {
      resourceType: 'QuestionnaireResponse',
      id: fhirId(round.id, odsCode),
      meta: { ...meta, tag: [...(meta.tag ?? []), SUBSETTED] },
      identifier: { system: OUR_ANSWERS, value: `${round.id}/${odsCode}` },
      ...published,
    },
  ];
}

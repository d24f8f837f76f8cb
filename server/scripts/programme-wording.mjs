/**
 * How sure each early-implementer and pathfinder row is and what a reader should know of it, in our own words.
 * Keyed by the name in the compiled facts; a row without wording stops the run.
 */

/** Pages that several rows rest on. */
const NHS_ENGLAND_LIST =
  'NHS England, "Integrated IAPT early implementers": england.nhs.uk/mental-health/adults/iapt/mus/sites/';
const NHS_ENGLAND_NORTH =
  'NHS England North, 2017: england.nhs.uk/north/sheffield-and-north-east-lincolnshire-receive-funding-to-be-pioneering-sites-for-integrated-mental-health-and-physical-health-treatment/';
const YORKSHIRE_POST =
  'Yorkshire Post, 2017: yorkshirepost.co.uk/news/team-therapists-help-sheffield-patients-suffering-mental-and-physical-ill-health-53228';
const SOUTH_WEST_YORKSHIRE =
  'South West Yorkshire Partnership NHS Foundation Trust, 7 November 2016: southwestyorkshire.nhs.uk/2016/11/07/kirklees-calderdale-are-early-implementers-for-integrated-iapt/';
const TRAINING_PAGE =
  'NHS training page on long-term conditions: workforceskills.nhs.uk/projects/supporting-good-mental-health-in-your-patients-with-long-term-conditions/improving-access-to-psychological-therapies/';
const BUCKINGHAMSHIRE_CASE =
  'NHS England case study: england.nhs.uk/mental-health/case-studies/buckinghamshire/';

export const PROGRAMME_WORDING = new Map([
  [
    'Aylesbury Vale and Chiltern',
    {
      id: 'early-implementer-1-aylesbury-vale-and-chiltern',
      confidence: 'high',
      why: 'Named on the NHS England list.',
      notes: 'The two CCGs became NHS Buckinghamshire CCG on 1 April 2018.',
      sources: [NHS_ENGLAND_LIST, BUCKINGHAMSHIRE_CASE],
    },
  ],
  [
    'Blackburn with Darwen and East Lancashire',
    {
      id: 'early-implementer-1-blackburn-with-darwen-and-east-lancashire',
      confidence: 'high',
      why: 'Named on the NHS England list.',
      notes: 'Provided by NHS and third-sector IAPT services; no lead is named.',
      sources: [NHS_ENGLAND_LIST],
    },
  ],
  [
    'Calderdale',
    {
      id: 'early-implementer-1-calderdale',
      confidence: 'high',
      why: 'Named on the NHS England list and by the trust.',
      notes: 'Which of the two providers led is not stated.',
      sources: [
        NHS_ENGLAND_LIST,
        SOUTH_WEST_YORKSHIRE,
        'Everyturn: everyturn.org/latest-news/uncategorised/integrating-mental-health-therapy-in-primary-care/',
      ],
    },
  ],
  [
    'Greater Huddersfield and North Kirklees',
    {
      id: 'early-implementer-1-greater-huddersfield-and-north-kirklees',
      confidence: 'high',
      why: 'The trust names it as one of the 22 areas.',
      notes: 'The lead provider is not stated.',
      sources: [SOUTH_WEST_YORKSHIRE],
    },
  ],
  [
    'Cambridgeshire and Peterborough',
    {
      id: 'early-implementer-1-cambridgeshire-and-peterborough',
      confidence: 'high',
      why: 'The provider says it was a first-wave site from October 2016.',
      notes: 'Named after the CCG area.',
      sources: [
        'Positive Practice directory: positivepracticemhdirectory.org/adults/psychological-wellbeing-service-iapt-ltc-pathway-cpft-hc-mhawards18',
      ],
    },
  ],
  [
    'Oxfordshire',
    {
      id: 'early-implementer-1-oxfordshire',
      confidence: 'high',
      why: 'The provider says it was a wave 1 site.',
      notes: 'Named after the CCG area.',
      sources: [
        'Positive Practice directory: positivepracticemhdirectory.org/nccmh/talking-space-plus-iapt-oxford-healthcare-nhs-foundation-trust-nccmh/',
        'Oxford Mail, 27 June 2017: oxfordmail.co.uk/news/15373971',
      ],
    },
  ],
  [
    'Hertfordshire',
    {
      id: 'early-implementer-1-hertfordshire',
      confidence: 'medium',
      why: 'The provider says it was one of the 22; it does not say which CCGs took part.',
      notes: 'Both CCGs of the county-wide service are assumed.',
      sources: [
        'Positive Practice directory: positivepracticemhdirectory.org/adults/wellbeing-service-hertfordshire-hpft-nccmh-improving-access-iapt/',
        'Herts Valleys diabetes service: hertsvalleysdiabetes.co.uk/services/community-care-services-2/mental-health-wellbeing/',
      ],
    },
  ],
  [
    'Devon (one CCG area, not named in the source)',
    {
      id: 'early-implementer-1-devon',
      name: 'Devon (one CCG area)',
      confidence: 'medium',
      why: 'The provider says it was a wave 1 site; it does not name the CCG.',
      notes: 'Which CCG is not known, so no area is drawn.',
      sources: [
        'Positive Practice directory: positivepracticemhdirectory.org/adults/depression-anxiety-service-devon/',
      ],
    },
  ],
  [
    'South East Staffordshire',
    {
      id: 'early-implementer-2-south-east-staffordshire',
      confidence: 'medium',
      why: 'An article says it was a wave 2 site; the CCG is inferred from the name of the area.',
      notes: 'Conditions and lead provider are not stated.',
      sources: [
        'The Cognitive Behaviour Therapist, abstract of "The successful impact of adapting CBT in IAPT for people with complex long-term physical health conditions"',
      ],
    },
  ],
  [
    'Sheffield',
    {
      id: 'early-implementer-2-sheffield',
      confidence: 'high',
      why: 'NHS England names it a second-phase site.',
      notes: 'Other conditions may have been covered; no full list was found.',
      sources: [
        NHS_ENGLAND_NORTH,
        YORKSHIRE_POST,
        'Quality in Care case study: qualityincare.org/diabetes/case_studies/improving_access_to_psychological_therapies_through_an_integrated_care_pathway',
        'Healthy London Partnership: healthylondon.org/iapt-transformation/specific-population-groups/long-term-conditions/',
      ],
    },
  ],
  [
    'North East Lincolnshire',
    {
      id: 'early-implementer-2-north-east-lincolnshire',
      confidence: 'high',
      why: 'NHS England names it a second-phase site.',
      notes: 'Conditions and lead provider are not stated.',
      sources: [NHS_ENGLAND_NORTH, YORKSHIRE_POST],
    },
  ],
  [
    'Thurrock',
    {
      id: 'early-implementer-2-thurrock',
      confidence: 'high',
      why: 'The CCG calls itself an area of the second stage.',
      notes: 'This source counts 16 areas in wave 2, the others 15.',
      sources: [
        'NHS Thurrock CCG, 2017: thurrockccg.nhs.uk/news/2026-new-pilot-for-mental-health-support-for-people-with-long-term-health-conditions',
      ],
    },
  ],
  [
    'Haringey',
    {
      id: 'early-implementer-2-haringey',
      confidence: 'high',
      why: 'An NHS training page names the CCG among the second-wave sites.',
      notes: 'Named together with Islington; whether the two were one site or two is not certain.',
      sources: [TRAINING_PAGE],
    },
  ],
  [
    'Islington',
    {
      id: 'early-implementer-2-islington',
      confidence: 'high',
      why: 'An NHS training page names the CCG among the second-wave sites.',
      notes: 'Named together with Haringey; whether the two were one site or two is not certain.',
      sources: [
        TRAINING_PAGE,
        'NHS Islington CCG: gps.islingtonccg.nhs.uk/service/icope-long-term-conditions-service',
      ],
    },
  ],
  [
    'Derbyshire (part; CCGs not named in the source)',
    {
      id: 'early-implementer-2-derbyshire',
      name: 'Derbyshire (part)',
      confidence: 'medium',
      why: 'A newspaper says that parts of the county were in the second wave; it names no CCG.',
      notes: 'Which CCGs is not known, so no area is drawn.',
      sources: [YORKSHIRE_POST],
    },
  ],
  [
    'North West London (Central and North West London boroughs)',
    {
      id: 'early-implementer-2-north-west-london',
      name: 'North West London (five boroughs)',
      confidence: 'medium',
      why: 'The trust calls it an early-implementer pilot; wave and CCGs are inferred from its start in October 2017 and the boroughs it names.',
      notes: 'The work began in Hillingdon, which may have been an earlier site of its own.',
      sources: [
        'Central and North West London NHS Foundation Trust, 8 April 2019: cnwl.nhs.uk/news/cnwl-talking-therapies-services-report-another-excellent-year',
        'Healthier North West London: healthiernorthwestlondon.nhs.uk/bettercare/longtermconditions/longtermonditions',
      ],
    },
  ],
  [
    'Buckinghamshire ("Breathe Well")',
    {
      id: 'pathfinder-1-buckinghamshire',
      confidence: 'high',
      why: 'NHS England names it a pathfinder project of 2012 to 2014.',
      notes:
        'Primary care trusts commissioned it at first; the CCGs are those that followed for the same area.',
      sources: [BUCKINGHAMSHIRE_CASE],
    },
  ],
]);

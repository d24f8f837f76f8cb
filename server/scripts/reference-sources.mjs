/** Where every reference table comes from: title, vintage, licence, what to show beside it, and what is missing. */

const OGL = 'Open Government Licence v3.0';
const NHS =
  'Contains information from NHS Digital and NHS England, licensed under the Open Government Licence v3.0.';
const ONS =
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2018, 2022.';
const ONS_POSTCODES =
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025.';
const RESTATED = 'Facts restated from the pages that each row names; no text copied';

const CHOICES_2018 = {
  what: 'NHS Choices open data, hospitals, 30 January 2018',
  repository: 'TheRealMolen/nhs',
  path: 'data/Hospital.csv',
  commit: '47998184de5fa25ee31a61a6864abda11708427e',
};
const GEOGRAPHR = {
  what: 'ONS polygons and lookups of 2011 small areas; ODS succession records to April 2022',
  repository: 'humaniverse/geographr',
  path: 'data/',
  commit: 'c026be5cc76cb576358082b53f1f13d69ab577ae',
};
const LOOKUPS = {
  what: 'ONS lookups: small area to CCG and STP (April 2018), CCG to region',
  repository: 'jtrim-ons/ons-lookups',
  path: 'csv/',
  commit: '85d0ba6e476badf3861d8dc7485aecf40598d031',
};
const POPULATION = {
  what: 'ONS mid-2019 population estimates of 2011 small areas',
  repository: 'britishredcrosssociety/geographr',
  path: 'data/population_lsoa.rda',
  commit: '194e61ff97f54ad87149e7f35b7ab162ee155c51',
};
const CENTROIDS = {
  what: 'ONS population-weighted centroids of small areas (2021) and lookup of those of 2011 to 2021',
  repository: 'samuel-book/stroke_unit_demographics',
  path: 'data/lsoa_2021/',
  commit: '8ff9f37d84462539de577414d97676f6e0309c12',
};
const ATTENDANCES = {
  what: 'NHS England monthly A&E attendances by trust and type',
  repository: 'nhs-r-community/NHSRdatasets',
  path: 'data/ae_attendances.rda',
  commit: '7fe35a54a3aa380ad6008d872ae465d092aa11b0',
};
const REGISTER_2021 = {
  what: 'ODS register of trusts and list of mergers, 2021',
  repository: 'epiforecasts/covid19.nhs.data',
  path: 'data-raw/raw/england_trusts/',
  commit: '58576e74d54d6fcb5309bf106f7ead29929ae3a1',
};

/** @param {Record<string, number>} rows rows of each table that was made */
export function describeSources(rows) {
  return [
    {
      id: 'hospitals',
      file: 'hospitals.csv',
      title: 'Acute hospital sites in England',
      vintage: 'February 2018; successor trusts to April 2022',
      licence: OGL,
      attribution: NHS,
      rows: rows['hospitals.csv'],
      note: 'Trusts are those of February 2018, before the mergers of that spring. No official list of emergency departments by site was found: the column rests on attendances by trust and, in trusts with several sites, on general knowledge. 175 general hospitals with an emergency department are not "the 179" of the 2018 report, whose list was never published.',
      origins: [
        CHOICES_2018,
        GEOGRAPHR,
        LOOKUPS,
        ATTENDANCES,
        {
          what: 'Friends and Family Test scores by hospital, NHS website 2020',
          repository: 'matthewgthomas/nhs-scraper',
          path: 'England hospitals stats.csv',
          commit: '6dc27efb3a7d8905792005b530e936cbc7a9d1d3',
        },
        {
          what: 'RCPCH list of NHS organisations 2024: later site codes',
          repository: 'rcpch/rcpch-nhs-organisations',
          path: 'rcpch_nhs_organisations/hospitals/constants/rcpch_organisations.py',
          commit: 'af9b22cfafa9159d029686bdac49db0e2624a986',
        },
      ],
    },
    {
      id: 'trusts',
      file: 'trusts.csv',
      title: 'NHS trusts in England',
      vintage: 'Early 2018',
      licence: OGL,
      attribution: NHS,
      rows: rows['trusts.csv'],
      note: 'Codes and names are good; the type is fair: stated by the NHS website list of 2014 where one exists, derived elsewhere. An integrated trust has one type only. Trusts that came to be by a later merger are added where a succession names them.',
      origins: [
        CHOICES_2018,
        REGISTER_2021,
        {
          what: 'ODS register of trusts 2016; a list of mental health trusts, used only to decide the type',
          repository: 'THF-evaluative-analytics/trust_reference_data_file',
          path: 'etr_2016.csv, mental_health_trusts.csv',
          commit: 'f81f31d3c50ca4c51fa2a77acd31d2ff717ae415',
        },
        {
          what: 'NHS Choices 2014, trusts with their sub-type',
          repository: 'JeniT/nhs-choices',
          path: 'sources/Trust.csv',
          commit: '4e5ac5ca8478e4337472644def8ec58cc5264e43',
        },
      ],
    },
    {
      id: 'trust-successions',
      file: 'trust-successions.csv',
      title: 'Trusts that merged or were divided after early 2018',
      vintage: 'To April 2022',
      licence: OGL,
      attribution: NHS,
      rows: rows['trust-successions.csv'],
      note: 'Mergers after April 2022 (Yeovil and Southport in 2023, for example) are not recorded. Dates are those of the register; some are the last day of the old trust. Where the later name of the successor is not recorded, its name of 2018 is given.',
      origins: [GEOGRAPHR, REGISTER_2021],
    },
    {
      id: 'areas',
      file: 'areas.csv',
      title: 'NHS England regions, integrated care boards and clinical commissioning groups',
      vintage: 'Regions April 2019, ICBs July 2022, CCGs April 2018',
      licence: OGL,
      attribution: ONS,
      rows: rows['areas.csv'],
      note: 'In April 2018 NHS England had five regions; the seven came into force a year later. A CCG lies in the region of its 2018 partnership, so Bassetlaw and Glossop lie in different regions as CCG and as ICB area. Four CCGs were divided between ICBs in 2022; the ICB with most of the people is given.',
      origins: [GEOGRAPHR, LOOKUPS],
    },
    {
      id: 'early-implementers',
      file: 'early-implementers.csv',
      title: 'IAPT early implementers for long-term conditions, waves 1 and 2',
      vintage: '2016 to 2018',
      licence: RESTATED,
      attribution: 'Compiled by this project from the pages named with each site.',
      rows: rows['early-implementers.csv'],
      note: '16 of 37 sites could be sourced: 8 of 22 in wave 1, 8 of 15 in wave 2. For two of them the CCG is not known. Outside the areas shown nothing is known: it never means that there was no site.',
      origins: [],
    },
    {
      id: 'pathfinders',
      file: 'pathfinders.csv',
      title: 'IAPT pathfinders for long-term conditions and medically unexplained symptoms, 2012 to 2014',
      vintage: '2012 to 2014',
      licence: RESTATED,
      attribution: 'Compiled by this project from the pages named with each site.',
      rows: rows['pathfinders.csv'],
      note: '1 of 15 sites could be sourced. Interviews of the evaluation took place in 14 of the 15.',
      origins: [],
    },
    {
      id: 'outcodes',
      file: 'outcodes.csv',
      title: 'First halves of postcodes with the area that holds most of their addresses',
      vintage: 'National Statistics Postcode Lookup, May 2025; CCGs April 2018, ICBs July 2022',
      licence: OGL,
      attribution: ONS_POSTCODES,
      rows: rows['outcodes.csv'],
      note: 'Postcodes that have ended are included. 94.4 % of English postcodes lie in the CCG given for their first half and 97.7 % in the ICB; the share is kept in each row. The point stands a median 1.2 km from an address.',
      origins: [
        {
          what: 'National Statistics Postcode Lookup, May 2025',
          repository: 'odileeds/Postcodes2LatLon',
          path: 'postcodes/',
          commit: '9322263c2470e322840428bd8c19aad26b9a2c55',
        },
        GEOGRAPHR,
        LOOKUPS,
      ],
    },
    {
      id: 'area-populations',
      file: 'area-populations.csv',
      title: 'Residents of England, regions, integrated care boards and clinical commissioning groups',
      vintage: 'Mid-2019 estimates; regions April 2019, ICBs July 2022, CCGs April 2018',
      licence: OGL,
      attribution: ONS_POSTCODES,
      rows: rows['area-populations.csv'],
      note: 'Sums over the 32,844 small areas of 2011 by the lookups of the Office for National Statistics; nothing is estimated. Residents, not patients registered with a practice. A region is the sum of its CCGs. The point is the middle of where people live, weighted by their number; it is used to measure distances from.',
      origins: [POPULATION, CENTROIDS, GEOGRAPHR, LOOKUPS],
    },
    {
      id: 'small-areas',
      file: 'reference/small-areas.bin',
      title: 'Small areas of 2011 by where their adults live',
      vintage: 'Population in the middle of 2019; population-weighted points of 2021; ICBs July 2022',
      licence: OGL,
      attribution: ONS,
      rows: 32844,
      note: 'Lower layer super output areas of 2011. The point is the population-weighted one of the same area of 2021 in 31,810 of them, the mean of the parts in 834 that were divided, and the mean of its postcodes in 200. For straight lines only.',
      origins: [
        {
          what: 'ONS population-weighted points of small areas of 2021, lookup of 2011 to 2021',
          repository: 'samuel-book/stroke_unit_demographics',
          path: 'data/lsoa_2021/',
          commit: '8ff9f37d84462539de577414d97676f6e0309c12',
        },
        GEOGRAPHR,
      ],
    },
    ...[
      ['regions', 7, 'NHS England regions and the outline of England', 'April 2019'],
      ['icb-2022', 42, 'Integrated care boards', 'July 2022'],
      ['ccg-2018', 195, 'Clinical commissioning groups', 'April 2018'],
    ].map(([name, count, title, vintage]) => ({
      id: `boundaries-${name}`,
      file: `boundaries/${name}.topo.json`,
      title: `Boundaries: ${title}`,
      vintage,
      licence: OGL,
      attribution: ONS,
      rows: count,
      note: 'Dissolved from generalised 2011 small areas and simplified for the screen; not for deciding on which side of a border an address lies.',
      origins: [GEOGRAPHR, LOOKUPS],
    })),
  ];
}

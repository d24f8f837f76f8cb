import { graphql } from '../../../lib/graphql.js';

const programmeSite = graphql(`
  fragment ProgrammeLayerSite on ProgrammeSite @_unmask {
    id
    programme
    wave
    name
    ccgNames
    ccgCodes
    conditions
  }
`);

/** The sites of the national programme. */
export const programmeLayerQuery = graphql(
  `
    query ProgrammeLayer {
      earlyImplementers {
        pathfinderWaves {
          programme
          wave
          total
        }
        waves {
          programme
          wave
          total
        }
        pathfinderSites {
          ...ProgrammeLayerSite
        }
        sites {
          ...ProgrammeLayerSite
        }
      }
    }
  `,
  [programmeSite],
);

const casePlace = graphql(`
  fragment CasePlace on Hospital @_unmask {
    odsCode
    latitude
    longitude
  }
`);

/** Active liaison teams of the service register, a page at a time, with the age of each fact. */
export const liaisonTeamsQuery = graphql(`
  query LiaisonTeams($offset: Int!, $limit: Int!) {
    registerServices(kind: liaison_team, status: active, offset: $offset, limit: $limit) {
      total
      services {
        id
        kind
        status
        tier
        lines {
          key
          age
          confirmedOn
        }
        hospitals {
          odsCode
        }
      }
    }
  }
`);

/** Where the hospitals of the case studies lie: they need not be in the frame of a round. A test holds the codes. */
export const casePlacesQuery = graphql(
  `
    query CasePlaces {
      a: hospital(odsCode: "RWA01") {
        ...CasePlace
      }
      b: hospital(odsCode: "RWA16") {
        ...CasePlace
      }
      c: hospital(odsCode: "RH801") {
        ...CasePlace
      }
      d: hospital(odsCode: "RA901") {
        ...CasePlace
      }
      e: hospital(odsCode: "RBZ12") {
        ...CasePlace
      }
    }
  `,
  [casePlace],
);

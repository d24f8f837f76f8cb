import { graphql } from '../../lib/graphql.js';

/** An area, the rounds it can be shown in, and what says which early implementers lie in it. */
export const areaQuery = graphql(`
  query AreaHead($code: ID!) {
    area(code: $code) {
      level
      code
      name
      regionCode
      region
      icbCode
    }
    ccgs: areas(level: ccg) {
      code
      icbCode
      regionCode
    }
    earlyImplementers {
      sites {
        id
        name
        wave
        conditions
        ccgCodes
      }
    }
    rounds {
      id
      title
      kind
      latestRelease {
        number
      }
    }
  }
`);

/** Everything of a release that an area is told from. */
export const areaReleaseQuery = graphql(`
  query AreaRelease($roundId: ID!) {
    release(roundId: $roundId) {
      round {
        id
        title
        kind
      }
      number
      publishedAt
      asAt
      areaFigures
      indicators {
        id
        lower
        upper
      }
      hospitals {
        odsCode
        name
        trust
        trustCode
        regionCode
        icbCode
        ccgCode
        longitude
        latitude
        category
        label
        otherProvision
        isGap
        score
        marker
      }
    }
  }
`);

/** Where a postcode lies. */
export const placeQuery = graphql(`
  query Place($postcode: String!) {
    place(postcode: $postcode) {
      outcode
      latitude
      longitude
      icb
      icbMostly
      ccg
      ccgMostly
      mostlyOutsideEngland
    }
  }
`);

import { graphql } from '../../lib/graphql.js';

/** An area and the rounds it can be shown in. */
export const areaQuery = graphql(`
  query AreaHead($code: ID!) {
    profileArea(code: $code) {
      level
      code
      name
      region
      population {
        total
        adults
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

/** What one release lets a commissioner know of an area, and what lies near. */
export const areaProfileQuery = graphql(`
  query AreaProfile($code: ID!, $roundId: ID!, $from: String!) {
    areaProfile(code: $code, roundId: $roundId, from: $from) {
      round {
        id
        title
        kind
      }
      release
      asAt
      gapSentence
      unplaced
      figures {
        id
        hospitals
        yes
        no
        unknown
        noReply
        notPublished
        bounds {
          lower
          upper
        }
        againstEngland
      }
      england {
        id
        lower
        upper
      }
      hospitals {
        odsCode
        name
        trust
        trustCode
        category
        label
        score
        marker
      }
      near {
        fromWords
        place {
          outcode
          postcode
          exact
          edition
          icbCode
          icb
          icbMostly
          ccgCode
          ccg
          ccgMostly
          mostlyOutsideEngland
        }
        hospitals {
          km
          place {
            odsCode
            name
            label
          }
        }
        exemplar {
          km
          place {
            odsCode
            name
            label
          }
        }
        caseStudy {
          km
          place {
            odsCode
            name
          }
        }
      }
      programmeSites {
        id
        name
        wave
        conditions
      }
    }
  }
`);

import { graphql } from '../../lib/graphql.js';

/** Every area, for choosing one. */
export const areaListQuery = graphql(`
  query AreaList {
    regions: areas(level: region) {
      code
      name
    }
    icbs: areas(level: icb) {
      code
      name
      regionCode
    }
    ccgs: areas(level: ccg) {
      code
      name
      regionCode
    }
  }
`);

import { graphql } from '../../lib/graphql.js';

/** Hospitals, trusts and areas that match a text or a postcode. */
export const searchPlaces = graphql(`
  query SearchPlaces($text: String!) {
    search(text: $text, take: 30) {
      kind
      code
      label
      detail
      path
    }
  }
`);

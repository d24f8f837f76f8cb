import { graphql } from '../../lib/graphql.js';

/** Every published version of the questionnaire with the notes on comparing them. */
export const instrumentsQuery = graphql(`
  query Instruments {
    instruments {
      key
      version
      status
      contentHash
      changeNote
      questions {
        variable
        type
        text
        askedWhen
        required
        options {
          code
          label
        }
        publication
        source
      }
      comparability {
        variable
        fromVersion
        toVersion
        verdict
        note
      }
    }
  }
`);

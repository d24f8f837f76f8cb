import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** What an administrator does about a person: mutations, because the audit trail notes each of them. */
export const findPersonMutation = graphql(`
  mutation FindPerson($email: String!) {
    findPerson(email: $email) {
      email
      obstacle {
        code
        field
        message
        mend
      }
      records {
        kind
        count
        first
        last
        kept
      }
    }
  }
`);

export type Found = ResultOf<typeof findPersonMutation>['findPerson'];

export const exportPersonMutation = graphql(`
  mutation ExportPerson($email: String!) {
    exportPerson(email: $email) {
      json
      html
      csv
    }
  }
`);

export const rectifyPersonMutation = graphql(`
  mutation RectifyPerson($input: RectifyPersonInput!) {
    rectifyPerson(input: $input) {
      waits
      demoPath
    }
  }
`);

export const erasePersonMutation = graphql(`
  mutation ErasePerson($email: String!) {
    erasePerson(email: $email) {
      mails
      texts
    }
  }
`);

/** For how long what is kept, and what is due. */
export const retentionQuery = graphql(`
  query RetentionPeriods {
    retentionPeriods {
      key
      what
      since
      length
      unit
      standard
      setting
      due
      nextRun
    }
  }
`);

import { graphql } from '../../lib/graphql.js';

/** What the notice says of this installation: its periods, its backups, whom to ask. */
export const privacyNoticeQuery = graphql(`
  query PrivacyNotice {
    privacyNotice {
      periods {
        key
        words
      }
      backups
      askAt
    }
  }
`);

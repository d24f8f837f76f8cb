import { graphql } from '../../lib/graphql.js';

/** How the instance that answers, and its database, are. */
export const systemQuery = graphql(`
  query System {
    system {
      readAt
      version
      mode
      runtime
      startedAt
      memory
      database
      databaseSize
      databaseAnsweredIn
      migrations
      lastMigration
      sendsMail
      oldestDueMail
      mail {
        state
        count
      }
      diskFree
      diskSize
      looseFiles
      replica {
        state
        behindBytes
      }
      tasks {
        what
        lastRun
      }
      auditCheck {
        at
        events
        breaks
      }
      backsUp
      backup {
        state
        at
        name
        bytes
        reason
      }
      releases {
        roundId
        publishedAt
      }
      releaseStore {
        place
        state
        stored
        bytes
        waiting
        refused
      }
    }
  }
`);

export const checkAuditMutation = graphql(`
  mutation CheckAudit {
    checkAudit {
      at
      events
      breaks
    }
  }
`);

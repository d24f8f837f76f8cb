import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** Services by hospital, area, kind and status, with the planned in-reach that meets another service. */
export const servicesQuery = graphql(`
  query Services(
    $hospital: ID
    $area: ID
    $kind: ServiceKind
    $status: ServiceStatus
    $offset: Int!
    $limit: Int!
  ) {
    registerServices(
      hospital: $hospital
      area: $area
      kind: $kind
      status: $status
      offset: $offset
      limit: $limit
    ) {
      note
      total
      services {
        id
        name
        kind
        provider
        tier
        status
        what
        hours
        outcomes
        wte
        resources
        lastConfirmedOn
        lastConfirmedBy
        fadedFacts
        hospitals {
          odsCode
          hospital
          value
        }
      }
      duplications {
        odsCode
        hospital
        plannedId
        otherId
        text
      }
    }
  }
`);

/** One service with the age of each fact. */
export const serviceQuery = graphql(`
  query Service($id: ID!) {
    registerService(id: $id) {
      id
      name
      kind
      status
      knownFacts
      fadedFacts
      lastConfirmedOn
      lastConfirmedBy
      lines {
        key
        label
        value
        age
        confirmedOn
        monthsOld
        confirmedBy
        source
      }
      hospitals {
        key
        label
        odsCode
        hospital
        value
        age
        confirmedOn
        monthsOld
        confirmedBy
        source
      }
    }
  }
`);

export type ShownServices = ResultOf<typeof servicesQuery>['registerServices'];
export type ListedService = ShownServices['services'][number];
export type ShownDuplication = ShownServices['duplications'][number];
export type ShownService = NonNullable<ResultOf<typeof serviceQuery>['registerService']>;
export type ShownFact = ShownService['lines'][number];

/** Whether the viewer keeps the register somewhere: then the pages lead to the forms. */
export const registerViewerQuery = graphql(`
  query RegisterViewer {
    viewer {
      permissions
    }
  }
`);

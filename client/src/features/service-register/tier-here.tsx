import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { hospitalTiers } from '@liaison-atlas/shared/commissioning/register/hospital-tiers';
import { TIER_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { useQuery } from 'urql';

import { graphql } from '../../lib/graphql.js';

const tierHereQuery = graphql(`
  query TierHere($hospital: ID!) {
    registerServices(hospital: $hospital, kind: liaison_team, offset: 0, limit: 100) {
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

/** The tier of a hospital's liaison team as the register has it, with its day; what nobody recorded is not known. */
export function TierHere({ odsCode }: { readonly odsCode: string }) {
  const [{ data, error }] = useQuery({ query: tierHereQuery, variables: { hospital: odsCode } });
  if (error && !data) return <>could not be read</>;
  if (!data) return <>being read</>;
  const recorded = hospitalTiers(data.registerServices.services).get(odsCode);
  if (recorded === undefined) return <>not known: the service register does not say</>;
  const { tier, confirmedOn, isFaded } = recorded;
  return (
    <>
      {TIER_WORDS[tier]}, confirmed on {dayInWords(confirmedOn)}
      {isFaded && '; not confirmed for 24 months, so it may have changed'}
    </>
  );
}

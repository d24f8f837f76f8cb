import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { SelectField } from '../../components/select-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { decideProposalMutation, servicesAtQuery, type WaitingProposal } from './register-inbox.graphql.js';
import { VerdictButtons } from './verdict-buttons.js';

const FACTS: Readonly<Record<string, string>> = {
  in_reach: 'IAPT in-reach is reported.',
  other_provision: 'Another service for MUS or LTC on site is reported.',
};

interface ProposalCardProps {
  readonly proposal: WaitingProposal;
  readonly onDone: (said: string) => void;
}

/** A fact of a release: taken over as a new service or into one that is there, or declined for good. */
export function ProposalCard({ proposal, onDone }: ProposalCardProps) {
  const { key, odsCode, hospital, fact, name, reference, confirmedOn } = proposal;
  const [serviceId, setServiceId] = useState('');
  const [{ data }] = useQuery({
    query: servicesAtQuery,
    variables: { hospital: odsCode },
    requestPolicy: 'cache-and-network',
  });
  const [, send] = useMutation(decideProposalMutation);
  const services = data?.registerServices.services ?? [];
  const decide = async (accepted: boolean, reason: string): Promise<readonly Problem[]> => {
    const chosen = accepted ? services.find(({ id }) => id === serviceId) : undefined;
    const outcome = await send({
      input: {
        key,
        verdict: accepted ? 'confirmed' : 'declined',
        reason,
        serviceId: chosen?.id ?? '',
        expectedRevision: chosen?.revision ?? 0,
      },
    });
    if (outcome.error) return [toProblem(outcome.error)];
    const result = outcome.data?.decideProposal;
    if (result?.__typename !== 'RegisterDone') return result?.problems ?? [];
    onDone(`${hospital}: ${result.said}`);
    return [];
  };
  return (
    <li>
      <h3>
        <Link to={`/hospitals/${odsCode}`}>{hospital}</Link>
      </h3>
      <p>
        {FACTS[fact] ?? fact} {reference}, answers from {dayInWords(confirmedOn)}: the fact enters with that
        age, and its status is not known.
      </p>
      <SelectField
        label={`Belongs to (${hospital})`}
        value={serviceId}
        choices={[
          { value: '', label: `A new service: ${name}` },
          ...services.map((service) => ({ value: service.id, label: service.name })),
        ]}
        onChange={setServiceId}
      />
      <VerdictButtons
        about={`${hospital}, ${FACTS[fact] ?? fact}`}
        accept="Take it over"
        reasonHint="Kept with the decision. It is not proposed again."
        onDecide={decide}
      />
    </li>
  );
}

import { useMutation } from 'urql';

import { graphql } from '../../lib/graphql.js';
import { registerOutcome } from '../../lib/register-outcome.js';
import { toProblem } from '../../lib/to-problem.js';
import { ReaderForm, type ReaderOutcome, type ReaderWords } from './reader-form.js';

const askTeamMutation = graphql(
  `
    mutation AskTeam($serviceId: ID!, $text: String!, $email: String!, $website: String!) {
      askTeam(serviceId: $serviceId, text: $text, email: $email, website: $website) {
        ...RegisterOutcome
      }
    }
  `,
  [registerOutcome],
);

interface AskTeamProps {
  readonly id: string;
  readonly canBeAsked: boolean;
}

/** Passes a question on to the team of a service; its address is not shown. */
export function AskTeam({ id, canBeAsked }: AskTeamProps) {
  const [, ask] = useMutation(askTeamMutation);
  const onSend = async (words: ReaderWords): Promise<ReaderOutcome> => {
    const outcome = await ask({ serviceId: id, ...words });
    if (outcome.error) return { problems: [toProblem(outcome.error)] };
    return outcome.data?.askTeam ?? { problems: [] };
  };
  return (
    <section aria-labelledby="ask" className="la-no-print">
      <h2 id="ask">Ask this team</h2>
      {canBeAsked ? (
        <ReaderForm
          label="Your question"
          hint="It goes to the team by mail. Leave out what could identify a patient."
          emailLabel="Your e-mail address"
          emailHint="The team answers you directly. It is not kept here once the mail has gone."
          action="Send the question"
          onSend={onSend}
        />
      ) : (
        <p>This team cannot be asked here: no address is on file. Ask the organisation that runs it.</p>
      )}
    </section>
  );
}

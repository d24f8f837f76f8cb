import { PRIORITY_AREAS } from '@liaison-atlas/shared/commissioning/priority-areas';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { TextField } from '../../components/text-field.js';
import { graphql } from '../../lib/graphql.js';
import { registerOutcome } from '../../lib/register-outcome.js';
import { toProblem } from '../../lib/to-problem.js';
import { ReaderForm, type ReaderOutcome, type ReaderWords } from './reader-form.js';
import { serviceQuery } from './service-register.graphql.js';

const sendCorrectionMutation = graphql(
  `
    mutation SendCorrection(
      $serviceId: ID!
      $odsCode: ID!
      $text: String!
      $email: String!
      $website: String!
    ) {
      sendCorrection(
        serviceId: $serviceId
        odsCode: $odsCode
        text: $text
        email: $email
        website: $website
      ) {
        ...RegisterOutcome
      }
    }
  `,
  [registerOutcome],
);

/** Of the 3,000 characters that a message may have, those left to the reader beside the words that say what it is for. */
const LONGEST_STUDY = 2800;

/**
 * `/services/correct?service=…&hospital=…`: a correction or a missing service, without an account. With `priority=…`, the
 * number of a priority area without a case study, it asks for one; it reaches the same people, marked as what it is.
 */
export function CorrectionPage({
  frame,
}: {
  readonly frame: (heading: string, content: ReactNode) => ReactNode;
}) {
  const [parameters] = useSearchParams();
  const area = PRIORITY_AREAS.find(({ number }) => String(number) === parameters.get('priority'));
  return area === undefined
    ? frame('Correct the service register', <Correction />)
    : frame('Suggest a case study', <Suggestion title={area.title} />);
}

function Suggestion({ title }: { readonly title: string }) {
  const [odsCode, setOdsCode] = useState('');
  const onSend = useSend();
  return (
    <>
      <p className="la-measure">
        For the priority area “{title}”, of which this atlas knows no case study. You need no account. A
        person reads what you send and asks back before anything is published. It is erased after 180 days.
      </p>
      <ReaderForm
        label="What does the service do?"
        hint="For whom and where, since when, what came of it, and what helped. Leave out names of people and patients."
        emailLabel="E-mail address, so that we can ask back"
        emailHint="Used for one answer, then erased. Without it nobody can ask you."
        action="Send the suggestion"
        longest={LONGEST_STUDY}
        onSend={({ text, ...words }) =>
          onSend({
            serviceId: '',
            odsCode,
            text: text.trim() && `Case study for “${title}”: ${text}`,
            ...words,
          })
        }
      >
        <HospitalField value={odsCode} onChange={setOdsCode} />
      </ReaderForm>
    </>
  );
}

/** Sends what a reader wrote to those who keep the register. */
function useSend() {
  const [, send] = useMutation(sendCorrectionMutation);
  return async (
    message: ReaderWords & { readonly serviceId: string; readonly odsCode: string },
  ): Promise<ReaderOutcome> => {
    const outcome = await send(message);
    if (outcome.error) return { problems: [toProblem(outcome.error)] };
    return outcome.data?.sendCorrection ?? { problems: [] };
  };
}

function HospitalField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextField
      label="ODS code of the hospital, if you know it"
      hint="It stands on the page of the hospital, such as RW603."
      value={value}
      maxLength={10}
      onChange={onChange}
    />
  );
}

function Correction() {
  const [parameters] = useSearchParams();
  const serviceId = (parameters.get('service') ?? '').slice(0, 36);
  const [odsCode, setOdsCode] = useState((parameters.get('hospital') ?? '').slice(0, 10).toUpperCase());
  const [{ data }] = useQuery({ query: serviceQuery, variables: { id: serviceId }, pause: serviceId === '' });
  const onSend = useSend();
  const service = data?.registerService;
  return (
    <>
      <p className="la-measure">
        {service ? (
          <>
            About <Link to={`/services/${service.id}`}>{service.name}</Link>.
          </>
        ) : (
          'About a service that is missing, or anything else in the register.'
        )}{' '}
        You need no account. A person reads what you send before anything changes. It is not published, and it
        is erased after 180 days.
      </p>
      <ReaderForm
        label="What is wrong, or what is missing?"
        hint="Say how you know it, and in which function. Leave out names of people and patients."
        emailLabel="E-mail address, if you want to hear what came of it"
        emailHint="Used for one answer, then erased. Leave it empty if you want none."
        action="Send to those who keep the register"
        onSend={(words) => onSend({ serviceId: service?.id ?? '', odsCode, ...words })}
      >
        {!service && <HospitalField value={odsCode} onChange={setOdsCode} />}
      </ReaderForm>
    </>
  );
}

import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { TextField } from '../../components/text-field.js';
import { ReaderForm, type ReaderWords } from './reader-form.js';
import { useSendCorrection } from './send-correction.js';
import { serviceQuery } from './service-register.graphql.js';

/** `/services/correct?service=…&hospital=…`: a correction or a missing service, without an account. */
export function CorrectionPage() {
  const [parameters] = useSearchParams();
  const serviceId = (parameters.get('service') ?? '').slice(0, 36);
  const [odsCode, setOdsCode] = useState((parameters.get('hospital') ?? '').slice(0, 10).toUpperCase());
  const [{ data }] = useQuery({ query: serviceQuery, variables: { id: serviceId }, pause: serviceId === '' });
  const send = useSendCorrection();
  const service = data?.registerService;
  const onSend = (words: ReaderWords) => send({ serviceId: service?.id ?? '', odsCode, ...words });
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
        onSend={onSend}
      >
        {!service && (
          <TextField
            label="ODS code of the hospital, if you know it"
            hint="It stands on the page of the hospital, such as RW603."
            value={odsCode}
            maxLength={10}
            onChange={setOdsCode}
          />
        )}
      </ReaderForm>
    </>
  );
}

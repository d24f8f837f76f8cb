import {
  DELIVERY_WAYS,
  type DeliveryWay,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { WAY_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { useState } from 'react';
import { useQuery } from 'urql';

import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { hospitalSearchQuery } from './manage-register.graphql.js';
import type { DraftDelivery } from './service-draft.js';

interface DeliveryFieldsProps {
  readonly deliveries: readonly DraftDelivery[];
  readonly problem: string;
  readonly onChange: (deliveries: readonly DraftDelivery[]) => void;
}

/** The hospitals of a service and how it reaches each; found by name or code. */
export function DeliveryFields({ deliveries, problem, onChange }: DeliveryFieldsProps) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [{ data, fetching }] = useQuery({
    query: hospitalSearchQuery,
    variables: { text },
    pause: text === '',
  });
  const hits = (data?.search ?? []).filter(
    ({ kind, code }) => kind === 'hospital' && deliveries.every(({ odsCode }) => odsCode !== code),
  );
  const add = (odsCode: string, hospital: string) => {
    onChange([...deliveries, { odsCode, hospital, how: 'not_known' }]);
    setText('');
    setTyped('');
  };
  return (
    <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-4">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Hospitals</legend>
      {deliveries.length === 0 && <p>None entered: where it works is not known.</p>}
      {deliveries.map((delivery) => (
        <div key={delivery.odsCode}>
          <SelectField
            label={`How it reaches ${delivery.hospital}`}
            value={delivery.how}
            choices={DELIVERY_WAYS.map((value) => ({ value, label: WAY_WORDS[value] }))}
            onChange={(how) =>
              onChange(
                deliveries.map((each) =>
                  each.odsCode === delivery.odsCode ? { ...each, how: how as DeliveryWay } : each,
                ),
              )
            }
          />
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => onChange(deliveries.filter(({ odsCode }) => odsCode !== delivery.odsCode))}
          >
            Take away<span className="nhsuk-u-visually-hidden"> {delivery.hospital}</span>
          </button>
        </div>
      ))}
      <TextField
        label="Add a hospital"
        hint="Part of its name or its ODS code, then press Look up."
        value={typed}
        maxLength={100}
        problem={problem}
        onChange={setTyped}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        aria-disabled={fetching || typed.trim() === ''}
        onClick={() => setText(typed.trim())}
      >
        Look up
      </button>
      {text !== '' && !fetching && (
        <ul aria-label="Hospitals found">
          {hits.map(({ code, label }) => (
            <li key={code}>
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                onClick={() => add(code, label)}
              >
                Add {label}
              </button>
            </li>
          ))}
          {hits.length === 0 && <li>No further hospital has such a name or code.</li>}
        </ul>
      )}
    </fieldset>
  );
}

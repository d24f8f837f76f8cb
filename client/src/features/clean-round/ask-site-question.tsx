import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { ProblemList } from '../../components/problem-list.js';
import { RadioGroup } from '../../components/radio-group.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import type { ShownForm, ShownTask } from './clean-round.graphql.js';
import { askSiteMutation } from './site-queries.graphql.js';

interface AskSiteQuestionProps {
  readonly roundId: string;
  readonly task: ShownTask;
  readonly forms: readonly ShownForm[];
  readonly onAsked: () => void;
  readonly onClose: () => void;
}

/** Asks a hospital on what its forms disagree: by e-mail with an answer page, or by telephone. */
export function AskSiteQuestion({ roundId, task, forms, onAsked, onClose }: AskSiteQuestionProps) {
  const [way, setWay] = useState<string>('mail');
  const [recipient, setRecipient] = useState('');
  const [question, setQuestion] = useState(
    `${task.about} From your hospital one form says yes and another says no. Which is right?`,
  );
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, ask] = useMutation(askSiteMutation);
  const [form] = forms;
  const confirm = async () => {
    const { odsCode, perspective, variable } = task;
    const { data, error } = await ask({
      input: {
        roundId,
        odsCode,
        perspective,
        variable,
        formId: form?.id ?? '',
        mark: form?.mark ?? '',
        way: way === 'telephone' ? 'telephone' : 'mail',
        recipient: way === 'mail' ? recipient : '',
        question,
      },
    });
    const outcome = data?.askSite;
    if (outcome?.__typename === 'SiteQuery') onAsked();
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <ConfirmDialog
      heading={`Ask ${task.hospital}?`}
      action={way === 'mail' ? 'Send the question' : 'Note that somebody rings'}
      busy={fetching}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <ProblemList heading="The site was not asked" problems={problems} />
      <RadioGroup
        legend="How"
        value={way}
        onChange={setWay}
        choices={[
          { value: 'mail', label: 'By e-mail', hint: 'With a page to answer on, without an account.' },
          {
            value: 'telephone',
            label: 'By telephone',
            hint: 'You write the answer down under “Questions to sites”.',
          },
        ]}
      />
      {way === 'mail' && (
        <TextField
          label="E-mail address"
          hint="Used to send this question, and not kept."
          type="email"
          value={recipient}
          maxLength={254}
          onChange={setRecipient}
        />
      )}
      <TextField label="Question" value={question} maxLength={1000} onChange={setQuestion} />
    </ConfirmDialog>
  );
}

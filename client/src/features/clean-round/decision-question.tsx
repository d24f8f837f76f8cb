import { useState } from 'react';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { RadioGroup } from '../../components/radio-group.js';
import { TextField } from '../../components/text-field.js';
import type { ShownForm, ShownTask } from './clean-round.graphql.js';
import { REASONS } from './clean-words.js';
import type { Question, SentDecision } from './to-task-actions.js';

interface DecisionQuestionProps {
  readonly question: Exclude<Question, 'ask_site' | 'mask' | 'bulk'>;
  readonly task: ShownTask;
  readonly forms: readonly ShownForm[];
  readonly busy: boolean;
  readonly onDecide: (decisions: readonly SentDecision[]) => void;
  readonly onClose: () => void;
}

/** Asks what a decision still needs: which form, why, which hospital. */
export function DecisionQuestion(props: DecisionQuestionProps) {
  switch (props.question) {
    case 'exclude':
      return <ExcludeQuestion {...props} />;
    case 'merge':
      return <MergeQuestion {...props} />;
    case 'match':
      return <MatchQuestion {...props} />;
    case 'close':
      return <CloseQuestion {...props} />;
  }
}

const formChoices = (forms: readonly ShownForm[]) =>
  forms.map(({ id, reference, outcome, leads }) => ({
    value: id,
    label: `${reference}${leads && forms.length > 1 ? ' (leads)' : ''}${outcome === 'pending' ? '' : `, ${outcome}`}`,
  }));

const markOf = (forms: readonly ShownForm[], id: string): string =>
  forms.find((form) => form.id === id)?.mark ?? '';

function ExcludeQuestion({ task, forms, busy, onDecide, onClose }: DecisionQuestionProps) {
  const [formId, setFormId] = useState(forms.find(({ leads }) => !leads)?.id ?? forms[0]?.id ?? '');
  const seen = forms.find(({ id }) => id === formId);
  const proposed = task.kind === 'test_or_blank' ? 'blank' : 'out_of_scope_population';
  const [reason, setReason] = useState<string>(seen?.rule === '' ? '' : proposed);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  return (
    <ConfirmDialog
      heading="Leave this form out?"
      action="Leave it out"
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        if (reason === '') setProblem('Choose why.');
        else if (reason === 'not_usable' && note.trim() === '') setProblem('Write why, without names.');
        else onDecide([{ kind: 'exclude', formId, mark: markOf(forms, formId), reason, note: note.trim() }]);
      }}
    >
      {forms.length > 1 && (
        <RadioGroup legend="Which form" choices={formChoices(forms)} value={formId} onChange={setFormId} />
      )}
      <RadioGroup legend="Why" choices={REASONS} value={reason} onChange={setReason} />
      <TextField
        label="Note"
        hint="Without names of people."
        value={note}
        problem={problem}
        maxLength={1000}
        onChange={setNote}
      />
    </ConfirmDialog>
  );
}

function MergeQuestion({ forms, busy, onDecide, onClose }: DecisionQuestionProps) {
  const open = forms.filter(({ outcome }) => outcome !== 'merged');
  const [leadId, setLeadId] = useState(open.find(({ leads }) => leads)?.id ?? open[0]?.id ?? '');
  const lead = open.find(({ id }) => id === leadId);
  return (
    <ConfirmDialog
      heading="Which form leads?"
      action="Merge the others into it and accept it"
      busy={busy}
      onClose={onClose}
      onConfirm={() =>
        onDecide([
          ...open
            .filter(({ id }) => id !== leadId)
            .map(({ id, mark }) => ({ kind: 'merge' as const, formId: id, mark, value: leadId })),
          ...(lead?.outcome === 'accepted'
            ? []
            : [{ kind: 'accept' as const, formId: leadId, mark: lead?.mark ?? '' }]),
        ])
      }
    >
      <p>The others stay counted as merged; their comments and their say on differences are kept.</p>
      <RadioGroup
        legend="The form that leads"
        choices={formChoices(open)}
        value={leadId}
        onChange={setLeadId}
      />
    </ConfirmDialog>
  );
}

const NOT_IN_FRAME = 'not-in-frame';
const OTHER = 'other';

function MatchQuestion({ forms, busy, onDecide, onClose }: DecisionQuestionProps) {
  const [form] = forms;
  const proposals = form?.proposals ?? [];
  const [choice, setChoice] = useState<string>(proposals[0]?.odsCode ?? OTHER);
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  if (form === undefined) return null;
  const seen = { formId: form.id, mark: form.mark };
  const confirm = () => {
    const value = choice === OTHER ? code.trim().toUpperCase() : choice;
    if (choice === NOT_IN_FRAME && note.trim() === '') setProblem('Write why it is not in the frame.');
    else if (choice === NOT_IN_FRAME) onDecide([{ kind: 'not_in_frame', ...seen, note: note.trim() }]);
    else if (value === '') setProblem('Write the code of the hospital.');
    else onDecide([{ kind: 'match', ...seen, value, note: note.trim() }]);
  };
  return (
    <ConfirmDialog
      heading={`Which hospital is “${form.siteTextRaw}”?`}
      action="Decide"
      busy={busy}
      onClose={onClose}
      onConfirm={confirm}
    >
      {proposals.length === 0 && <p>No hospital of the frame has a similar name in the same town.</p>}
      <RadioGroup
        legend="Hospital"
        value={choice}
        onChange={(value) => {
          setChoice(value);
          setProblem('');
        }}
        choices={[
          ...proposals.map(({ odsCode, name, similarity }) => ({
            value: odsCode,
            label: `${name} (${odsCode})`,
            hint: `Similarity of the names ${similarity.toFixed(2)}, same town`,
          })),
          { value: OTHER, label: 'Another hospital of the frame' },
          { value: NOT_IN_FRAME, label: 'It is not in the frame, and is not going to be' },
        ]}
      />
      {choice === OTHER ? (
        <TextField
          label="ODS code of the hospital"
          value={code}
          problem={problem}
          maxLength={10}
          onChange={setCode}
        />
      ) : (
        <TextField
          label="Note"
          hint="Without names of people."
          value={note}
          problem={problem}
          maxLength={1000}
          onChange={setNote}
        />
      )}
    </ConfirmDialog>
  );
}

function CloseQuestion({ task, forms, busy, onDecide, onClose }: DecisionQuestionProps) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [form] = forms;
  const { odsCode, perspective, variable, answer } = task;
  const needsNote = answer === 'yes' || answer === 'no';
  return (
    <ConfirmDialog
      heading="Close this as unresolved?"
      action="Close as unresolved"
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        if (needsNote && note.trim() === '')
          setProblem('The site answered: write why you do not take its answer.');
        else
          onDecide([
            {
              kind: 'resolve',
              formId: form?.id ?? '',
              mark: form?.mark ?? '',
              odsCode,
              perspective,
              variable,
              value: 'unresolved',
              note: note.trim(),
            },
          ]);
      }}
    >
      <p>
        {task.about}: the forms of {task.hospital} say yes and no. Its record is then in conflict (CF); its
        forms can be accepted and merged.
      </p>
      <TextField
        label="Note"
        hint="Without names of people."
        value={note}
        problem={problem}
        maxLength={1000}
        onChange={setNote}
      />
    </ConfirmDialog>
  );
}

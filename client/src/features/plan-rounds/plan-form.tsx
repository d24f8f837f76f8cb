import { LEGAL_BASES, perspectiveWords, PURPOSES } from '@liaison-atlas/shared/fieldwork/round-settings';
import { PERSPECTIVES } from '@liaison-atlas/shared/fieldwork/response';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { FormEvent } from 'react';
import { Link } from 'react-router';

import { Details } from '../../components/details.js';
import { DayControl, OptionsControl, SelectControl, TextControl } from './fields.js';
import { NamingFields } from './naming-fields.js';
import type { PlanDraft } from './plan-draft.js';
import type { PlanChoices, ShownPlan } from './plan-rounds.graphql.js';
import { FIELD_WORDS } from './plan-words.js';

interface PlanFormProps {
  readonly stored: ShownPlan;
  readonly draft: PlanDraft;
  readonly choices: PlanChoices;
  readonly problems: readonly Problem[];
  readonly saving: boolean;
  readonly changed: boolean;
  readonly onChange: (draft: PlanDraft) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

const PURPOSE_WORDS = { service_evaluation: 'A service evaluation', research: 'Research' } as const;
const BASIS_WORDS = {
  legitimate_interests: 'Legitimate interests, Article 6(1)(f) of the UK GDPR',
  public_task: 'A task in the public interest, Article 6(1)(e) of the UK GDPR',
} as const;

/** The whole plan of a round as one form; what stands already is shown and cannot be changed. */
export function PlanForm(props: PlanFormProps) {
  const { stored, draft, problems, saving, changed, onChange } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving) props.onSave();
  };
  const field = <Name extends keyof PlanDraft>(name: Name) => ({
    field: name,
    label: FIELD_WORDS[name],
    problems,
    locked: stored.locked.includes(name),
    value: draft[name],
    onChange: (value: PlanDraft[Name]) => onChange({ ...draft, [name]: value }),
  });
  return (
    <form onSubmit={submit} noValidate className="la-measure" aria-labelledby="plan-heading">
      <h2 id="plan-heading">Plan</h2>
      <TextControl {...field('title')} />
      <References {...props} />
      <h2>Dates</h2>
      <p className="nhsuk-hint">Days are those of Coordinated Universal Time (UTC).</p>
      <DayControl
        {...field('opensAt')}
        hint="From its first minute. Empty: as soon as the round is opened."
      />
      <DayControl
        {...field('closesAt')}
        hint="Answers are taken until its last minute; then the round closes by itself."
      />
      <DayControl
        {...field('correctionsUntil')}
        hint="What was sent can be corrected until its last minute. Empty: no corrections after the close."
      />
      <h2>Whom it asks</h2>
      <OptionsControl
        {...field('perspectives')}
        type="checkbox"
        hint="Each perspective is cleaned on its own. Where they differ, both are reported."
        options={PERSPECTIVES.map((each) => ({ value: each, label: capital(perspectiveWords(each)) }))}
        chosen={draft.perspectives}
        onChange={(chosen) => onChange({ ...draft, perspectives: [...chosen] })}
      />
      <h2>What respondents are told</h2>
      <p>
        It stands on the information page, after the words of the questionnaire. Read those too: the two must
        not contradict each other.
      </p>
      <OptionsControl
        {...field('purpose')}
        type="radio"
        options={PURPOSES.map((each) => ({ value: each, label: PURPOSE_WORDS[each] }))}
        chosen={[draft.purpose]}
        onChange={([purpose = '']) => onChange({ ...draft, purpose })}
      />
      {draft.purpose === 'research' && (
        <TextControl {...field('approval')} hint="Research is not opened without one." />
      )}
      <OptionsControl
        {...field('legalBasis')}
        type="radio"
        options={LEGAL_BASES.map((each) => ({ value: each, label: BASIS_WORDS[each] }))}
        chosen={[draft.legalBasis]}
        onChange={([legalBasis = '']) => onChange({ ...draft, legalBasis })}
      />
      <TextControl {...field('legalBasisWhy')} long maxLength={1000} />
      <TextControl {...field('furtherWords')} long maxLength={2000} />
      {stored.noteWords.length > 0 && (
        <Details summary="How respondents read what is saved">
          {stored.noteWords.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Details>
      )}
      <h3>What is erased when</h3>
      <p>Respondents read this as well. It holds in every round.</p>
      <ul>
        {stored.retention.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <NamingFields stored={stored} draft={draft} problems={problems} onChange={onChange} />
      <div className="la-actions la-no-print">
        <button type="submit" className="nhsuk-button" aria-disabled={saving}>
          {saving ? 'Saving…' : 'Save the plan'}
        </button>
        {changed && (
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={props.onDiscard}>
            Discard my changes
          </button>
        )}
      </div>
    </form>
  );
}

/** Questionnaire and frame. */
function References({ stored, draft, choices, problems, onChange }: PlanFormProps) {
  const instrument = `${draft.instrumentKey} ${draft.instrumentVersion}`;
  return (
    <>
      <SelectControl
        field="instrumentVersion"
        label={FIELD_WORDS.instrumentVersion}
        hint="A pilot version will do for a pilot; the round itself opens with a published one only."
        problems={problems}
        locked={stored.locked.includes('instrumentVersion')}
        value={instrument}
        choices={choices.instruments
          .filter(({ key, version, status }) => status !== 'retired' || `${key} ${version}` === instrument)
          .map(({ key, version, title, status }) => ({
            value: `${key} ${version}`,
            label: `${title}, version ${version}${status === 'published' ? '' : ` (${status === 'piloted' ? 'pilot' : status})`}`,
          }))}
        onChange={(value) => {
          const [instrumentKey = '', instrumentVersion = ''] = value.split(' ');
          onChange({ ...draft, instrumentKey, instrumentVersion });
        }}
      />
      <SelectControl
        field="frameId"
        label={FIELD_WORDS.frameId}
        hint="The hospitals that the round asks. Only frozen frames are offered."
        problems={problems}
        locked={stored.locked.includes('frameId')}
        value={draft.frameId}
        choices={choices.frames
          .filter(({ id, status }) => status === 'frozen' || id === draft.frameId)
          .map(({ id, title, status }) => ({
            value: id,
            label: status === 'frozen' ? title : `${title} (not frozen)`,
          }))}
        onChange={(frameId) => onChange({ ...draft, frameId })}
      />
      <p className="la-no-print">
        <Link to="/manage/instruments">Questionnaires</Link> and <Link to="/manage/frames">frames</Link> have
        pages of their own.
      </p>
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { askedWhen } from '@liaison-atlas/shared/instrument/asked-when';
import type {
  AnswerableQuestion,
  Condition,
  Instrument,
  Question,
  Relevance,
} from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import type { Place } from './edit-draft.js';
import { ChoiceField, NumberField, ProblemTexts, SmallButton, TickBox } from './fields.js';
import {
  answersOf,
  conditionWith,
  fromList,
  operatorOf,
  operatorsFor,
  questionsBefore,
  tokensIn,
  toList,
} from './routing-rules.js';

/** When a question is asked: conditions chosen from lists, of which all or any must hold. No code is written. */
export function RoutingEditor(props: {
  readonly content: Instrument;
  readonly at: Place;
  readonly question: Question;
  readonly problems: readonly Problem[];
  readonly onChange: (relevance: Relevance | undefined) => void;
}) {
  const { content, question, problems, onChange } = props;
  const earlier = questionsBefore(content, props.at);
  const list = toList(question.relevance);
  const [first] = earlier;
  return (
    <fieldset className="nhsuk-fieldset la-routing">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">When it is asked</legend>
      <p>Asked: {askedWhen(content, question).replace(/^Always$/, 'always')}.</p>
      <ProblemTexts problems={problems} />
      {list === undefined ? (
        <>
          <p>These conditions stand in groups within groups, which cannot be changed here.</p>
          <SmallButton onClick={() => onChange(undefined)}>Delete the routing and begin anew</SmallButton>
        </>
      ) : (
        <>
          {list.conditions.length > 1 && (
            <ChoiceField
              label="How many conditions must hold?"
              value={list.joint}
              choices={[
                { value: 'all', label: 'All of them' },
                { value: 'any', label: 'Any of them' },
              ]}
              onChange={(joint) => onChange(fromList({ ...list, joint }))}
            />
          )}
          <ol>
            {list.conditions.map((condition, place) => (
              // Conditions have no name of their own.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={place}>
                <ConditionEditor
                  number={place + 1}
                  condition={condition}
                  earlier={earlier}
                  onChange={(changed) => {
                    const conditions = list.conditions.flatMap((each, at) =>
                      at !== place ? [each] : changed ? [changed] : [],
                    );
                    onChange(fromList({ ...list, conditions }));
                  }}
                />
              </li>
            ))}
          </ol>
          {first === undefined ? (
            <p>Nothing is asked before this question, so it is asked always.</p>
          ) : (
            <SmallButton
              onClick={() => {
                const { variable } = earlier.at(-1) ?? first;
                const operator = operatorsFor(earlier.at(-1))[0]?.value ?? 'isAnswered';
                const conditions = [...list.conditions, conditionWith(variable, operator)];
                onChange(fromList({ ...list, conditions }));
              }}
            >
              Add condition
            </SmallButton>
          )}
        </>
      )}
    </fieldset>
  );
}

function ConditionEditor(props: {
  readonly number: number;
  readonly condition: Condition;
  readonly earlier: readonly AnswerableQuestion[];
  readonly onChange: (condition: Condition | undefined) => void;
}) {
  const { number, condition, earlier, onChange } = props;
  const { variable } = condition;
  const referred = earlier.find((each) => each.variable === variable);
  const questions = earlier.map((each) => ({
    value: each.variable,
    label: `${each.variable}: ${each.text.en}`,
  }));
  const known = referred
    ? questions
    : [...questions, { value: variable, label: `${variable} (not asked before)` }];
  const operators = operatorsFor(referred);
  const operator = operatorOf(condition);
  const tokens = tokensIn(condition);
  return (
    <>
      <ChoiceField
        label={`Condition ${number}: question`}
        value={variable}
        choices={known}
        onChange={(chosen) => {
          const found = earlier.find((each) => each.variable === chosen);
          onChange(conditionWith(chosen, operatorsFor(found)[0]?.value ?? 'isAnswered'));
        }}
      />
      <ChoiceField
        label={`Condition ${number}: comparison`}
        value={operator}
        choices={
          operators.some(({ value }) => value === operator)
            ? operators
            : [...operators, NOT_OFFERED(operator)]
        }
        onChange={(chosen) => onChange(conditionWith(variable, chosen, tokens))}
      />
      {(operator === 'isOneOf' || operator === 'isNoneOf') && (
        <fieldset className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend">Condition {number}: answers</legend>
          <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
            {(referred ? answersOf(referred) : []).map(({ token, label }) => (
              <TickBox
                key={token}
                label={label}
                checked={tokens.includes(token)}
                onChange={(isChosen) => {
                  const others = tokens.filter((each) => each !== token);
                  onChange(conditionWith(variable, operator, isChosen ? [...others, token] : others));
                }}
              />
            ))}
          </div>
        </fieldset>
      )}
      {'atLeast' in condition && (
        <NumberField
          label={`Condition ${number}: number`}
          value={condition.atLeast}
          onChange={(atLeast) => onChange({ variable, atLeast: atLeast ?? 0 })}
        />
      )}
      {'atMost' in condition && (
        <NumberField
          label={`Condition ${number}: number`}
          value={condition.atMost}
          onChange={(atMost) => onChange({ variable, atMost: atMost ?? 0 })}
        />
      )}
      <SmallButton onClick={() => onChange(undefined)}>Delete condition {number}</SmallButton>
    </>
  );
}

const NOT_OFFERED = <Value extends string>(value: Value) => ({ value, label: 'does not fit the question' });

import { tokenOf } from '@liaison-atlas/shared/instrument/check-routing';
import type { Condition, Option, Question } from '@liaison-atlas/shared/instrument/instrument';
import { STANDARD_ABSENCES } from '@liaison-atlas/shared/instrument/standard-options';
import type { Locator, Page } from 'playwright-core';

import type { PlannedPage } from './liaison-services.js';

const COMPARISONS = {
  isOneOf: 'is one of',
  isNoneOf: 'is answered, but with none of',
  isAnswered: 'is answered',
  atLeast: 'is at least',
  atMost: 'is at most',
} as const;

/** Somebody at the designer's screens, who builds what is written down, field by field. */
export class DesignerScreens {
  /** Options by variable, to find the label of an answer that a condition names. */
  private readonly options = new Map<string, readonly Option[]>();

  constructor(private readonly page: Page) {}

  /** A button of the designer, by the whole of its words. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async addsPage({ id, title, optional = false, questions }: PlannedPage): Promise<void> {
    await this.button('Add page').click();
    await this.field('Title of the page').fill(title);
    await this.field('Page id').fill(id);
    if (optional) await this.field('The page is optional').check();
    for (const question of questions) await this.addsQuestion(question);
  }

  async addsQuestion(question: Question): Promise<void> {
    const { variable, type, text, help, options = [], rows = [], scale, number, required } = question;
    await this.button('Add question').click();
    await this.field('Type of question').selectOption(type);
    await this.field('Question').fill(text.en);
    await this.field('Variable key').fill(variable);
    if (help) await this.field('Help text').fill(help.en);
    for (const [place, row] of rows.entries()) await this.addsCoded('Row', place, row);
    await this.addsOptions(options);
    if (scale) {
      await this.field('Lower end').fill(String(scale.min));
      await this.field('Words for the lower end').fill(scale.minLabel.en);
      await this.field('Upper end').fill(String(scale.max));
      await this.field('Words for the upper end').fill(scale.maxLabel.en);
    }
    for (const [label, value] of [
      ['Least', number?.min],
      ['Greatest', number?.max],
      ['Step', number?.step],
      ['Unit', number?.unit?.en],
    ] as const)
      if (value !== undefined) await this.field(label).fill(String(value));
    await this.addsRouting(question);
    await this.field('Is an answer required?').selectOption(required);
    await this.field('Privacy class').selectOption(question.privacy);
    await this.field('Publication class').selectOption(question.publication);
    await this.field('Source').fill(question.source);
    this.options.set(variable, options);
  }

  private async addsOptions(options: readonly Option[]): Promise<void> {
    const answers = options.filter(({ kind }) => kind === 'substantive');
    for (const [place, option] of answers.entries()) await this.addsCoded('Option', place, option);
    for (const { kind } of options) {
      const absence = STANDARD_ABSENCES.find((each) => each.kind === kind);
      if (absence) await this.button(`Add “${absence.label.en}”`).click();
    }
  }

  private async addsCoded(
    noun: 'Option' | 'Row',
    place: number,
    { code, label }: Pick<Option, 'code' | 'label'>,
  ): Promise<void> {
    await this.button(`Add ${noun.toLowerCase()}`).click();
    await this.field(`${noun} ${place + 1}: label`).fill(label.en);
    await this.field(`${noun} ${place + 1}: code`).fill(code);
  }

  private async addsRouting({ relevance }: Question): Promise<void> {
    if (relevance === undefined) return;
    const conditions = 'variable' in relevance ? [relevance] : 'allOf' in relevance ? relevance.allOf : [];
    for (const [place, condition] of (conditions as readonly Condition[]).entries()) {
      const name = `Condition ${place + 1}`;
      const [kind] = Object.keys(COMPARISONS).filter((each) => each in condition);
      const operator = kind as keyof typeof COMPARISONS;
      await this.button('Add condition').click();
      await this.field(`${name}: question`).selectOption(condition.variable);
      await this.field(`${name}: comparison`).selectOption({ label: COMPARISONS[operator] });
      const answers = this.page.getByRole('group', { name: `${name}: answers`, exact: true });
      for (const token of tokensOf(condition)) {
        const option = this.options.get(condition.variable)?.find((each) => tokenOf(each) === token);
        await answers.getByLabel(option?.label.en ?? token, { exact: true }).check();
      }
      if ('atLeast' in condition) await this.field(`${name}: number`).fill(String(condition.atLeast));
      if ('atMost' in condition) await this.field(`${name}: number`).fill(String(condition.atMost));
    }
  }

  /** Waits until what is on the screen is stored. */
  async saved(): Promise<void> {
    await this.page.getByText(/^All changes are saved/).waitFor();
  }
}

const tokensOf = (condition: Condition): readonly string[] =>
  'isOneOf' in condition ? condition.isOneOf : 'isNoneOf' in condition ? condition.isNoneOf : [];

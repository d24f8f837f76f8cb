import type { Question } from '@liaison-atlas/shared/instrument/instrument';
import { parseScale } from '@liaison-atlas/shared/instrument/parse-number';

const AFTER_TYPING = 700;

/** The ends and the step of a scale, as the page names them. */
export interface ScaleRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** What is wrong with the number typed so far, by the very rule the server applies; '' = nothing, or nothing typed. */
export function scaleProblem(variable: string, text: string, range: ScaleRange): string {
  if (text.trim() === '') return '';
  const nowhere = { en: '' };
  const question: Question = {
    variable,
    type: 'scale',
    text: nowhere,
    scale: { ...range, minLabel: nowhere, maxLabel: nowhere },
    required: 'no',
    privacy: 'opinion',
    publication: 'never',
    source: '',
  };
  const parsed = parseScale(question, text.trim());
  return parsed.ok ? '' : parsed.problems.map(({ message, mend }) => `${message} ${mend}`).join(' ');
}

/** Says under the number box, after a pause in typing, when the number cannot be saved. */
export function checkScaleWhileTyping(box: HTMLInputElement): void {
  const { scaleMin = '0', scaleMax = '100', scaleStep = '1' } = box.dataset;
  const range = { min: Number(scaleMin), max: Number(scaleMax), step: Number(scaleStep) };
  const place = document.createElement('div');
  place.className = 'nhsuk-error-message';
  place.setAttribute('aria-live', 'polite');
  box.insertAdjacentElement('afterend', place);
  let timer = 0;
  box.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const problem = scaleProblem(box.name, box.value, range);
      place.textContent = problem;
      box.classList.toggle('nhsuk-input--error', problem !== '');
    }, AFTER_TYPING);
  });
}

/**
 * "I don't know" excludes other answers to the same question: ticking it clears them, giving one unticks it. The
 * server refuses a contradiction anyway; this spares the respondent the error.
 */
export function makeAbsencesExclusive(form: HTMLFormElement): void {
  form.addEventListener('input', (event) => {
    const changed = event.target;
    if (!isControl(changed) || changed.name === '') return;
    const fellows = Array.from(form.elements).filter(
      (element): element is Control =>
        isControl(element) && questionOf(element) === questionOf(changed) && element !== changed,
    );
    if (isAbsence(changed)) {
      if (changed.checked) fellows.forEach(clear);
    } else if (isGiven(changed)) {
      fellows.filter(isAbsence).forEach(clear);
    }
  });
}

/** The boxes of a date are named after their question, a full stop and the part. */
const questionOf = ({ name }: Control): string => name.split('.')[0] ?? name;

type Control = HTMLInputElement | HTMLTextAreaElement;

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

const isTick = (control: Control): control is HTMLInputElement => control.type === 'checkbox';

const isAbsence = (control: Control): control is HTMLInputElement =>
  isTick(control) && control.dataset.absence !== undefined;

const isGiven = (control: Control): boolean =>
  isTick(control) ? control.checked : control.value.trim() !== '';

function clear(control: Control): void {
  if (isTick(control)) {
    control.checked = false;
  } else if (control.type !== 'radio' && control.type !== 'hidden' && control.value !== '') {
    control.value = '';
    // So that a slider beside the box and the character count follow.
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

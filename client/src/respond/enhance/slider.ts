/** Whole number typed into the box, or undefined while there is none (empty, text, a fraction). */
export const typedWhole = (text: string): number | undefined =>
  /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;

/** What a screen reader says about the slider: the number with its worded ends, or that nothing is chosen. */
export function sliderText(
  value: number | undefined,
  ends: { min: number; max: number; minLabel: string; maxLabel: string },
): string {
  if (value === undefined) return 'No answer yet';
  if (value === ends.min) return `${value}, ${ends.minLabel}`;
  return value === ends.max ? `${value}, ${ends.maxLabel}` : `${value}`;
}

/**
 * Adds a slider under a number box. Only the box is sent: the slider has no name, rests faintly in the middle until
 * it is touched, and returns to that when the box is emptied. So an untouched slider is not an answer.
 */
export function addSlider(box: HTMLInputElement): void {
  const {
    scaleMin = '0',
    scaleMax = '100',
    scaleStep = '1',
    scaleMinLabel = '',
    scaleMaxLabel = '',
  } = box.dataset;
  const ends = {
    min: Number(scaleMin),
    max: Number(scaleMax),
    minLabel: scaleMinLabel,
    maxLabel: scaleMaxLabel,
  };
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = scaleMin;
  slider.max = scaleMax;
  slider.step = scaleStep;
  slider.className = 'respond-scale__slider';
  slider.setAttribute(
    'aria-label',
    `Slider from ${scaleMin}, ${scaleMinLabel}, to ${scaleMax}, ${scaleMaxLabel}`,
  );

  const show = (value: number | undefined): void => {
    slider.classList.toggle('respond-scale__slider--untouched', value === undefined);
    slider.value = String(value ?? Math.round((ends.min + ends.max) / 2));
    slider.setAttribute('aria-valuetext', sliderText(value, ends));
  };
  const follow = (): void => {
    const value = typedWhole(box.value);
    show(value !== undefined && value >= ends.min && value <= ends.max ? value : undefined);
  };
  const choose = (): void => {
    const before = box.value;
    box.value = slider.value;
    show(Number(slider.value));
    // The form hears of it as if it had been typed, so that it is saved.
    if (box.value !== before) box.dispatchEvent(new Event('input', { bubbles: true }));
  };

  box.addEventListener('input', follow);
  slider.addEventListener('input', choose);
  // A click exactly where the handle rests moves nothing and fires no `input`, yet it is a choice.
  slider.addEventListener('click', choose);
  follow();
  (box.parentElement?.querySelector('.respond-scale__ends') ?? box).insertAdjacentElement('afterend', slider);
}

/** What is left of a limited text, in words; negative = too much. */
export function countText(length: number, limit: number): string {
  const left = limit - length;
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left < 0 ? `You have ${-left} ${characters} too many.` : `You have ${left} ${characters} remaining.`;
}

/** Replaces the static limit under a long text box by a count; read out only after a pause in typing. */
export function countCharacters(box: HTMLTextAreaElement): void {
  const limit = Number(box.dataset.maxLength);
  const shown = document.getElementById(`${box.id}-count`);
  if (!shown || !limit) return;
  const spoken = document.createElement('div');
  spoken.className = 'nhsuk-u-visually-hidden';
  spoken.setAttribute('role', 'status');
  shown.insertAdjacentElement('afterend', spoken);
  let timer = 0;
  const update = (): void => {
    // The server counts line ends as one character and text in composed form; so does this.
    const text = countText(box.value.normalize('NFC').length, limit);
    shown.textContent = text;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      spoken.textContent = text;
    }, 1500);
  };
  box.addEventListener('input', update);
  shown.textContent = countText(box.value.normalize('NFC').length, limit);
}

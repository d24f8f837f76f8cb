import { countCharacters } from './enhance/character-count.js';
import { checkScaleWhileTyping } from './enhance/check-scale.js';
import { makeAbsencesExclusive } from './enhance/exclusive-options.js';
import { saveWhileTyping, sendOnce } from './enhance/saving-form.js';
import { addSlider } from './enhance/slider.js';

/*
 * What JavaScript adds to the answering pages; each of them is complete without it. The class tells NHS.UK
 * frontend's style sheet that scripts run: in the HTML itself it would hide parts of the page where they do not.
 */
document.body.classList.add('nhsuk-frontend-supported');

document.querySelectorAll<HTMLInputElement>('input[data-scale-min]').forEach((box) => {
  addSlider(box);
  checkScaleWhileTyping(box);
});
document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max-length]').forEach(countCharacters);

document.querySelectorAll('form').forEach((form) => {
  const status = form.querySelector<HTMLElement>('[data-save-status]');
  if (form.dataset.autosave !== undefined && status) {
    makeAbsencesExclusive(form);
    saveWhileTyping(form, status);
  }
  sendOnce(form);
});

// The error summary is what the respondent came back to: take them to it.
document.getElementById('error-summary')?.focus();

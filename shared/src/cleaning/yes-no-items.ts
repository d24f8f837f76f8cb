import type { Form } from '../fieldwork/response.js';
import { deriveMusLtc, yesNoAnswer, type YesNoAnswer } from './derive-mus-ltc.js';

/** Every yes / no item that a hospital record carries, in the order of the questionnaire. */
export const YES_NO_ITEMS = [
  'iapt_treats_mus_ltc',
  'iapt_treats_mus',
  'iapt_treats_ltc',
  'iapt_inreach',
  'iapt_inreach_mus',
  'iapt_inreach_ltc',
  'complexity_accepted',
  'co_located',
  'shared_record',
  'liaison_supervises',
  'case_meetings',
  'psychology_on_site',
  'other_integrated_service',
  'planned_start',
] as const;
export type YesNoItem = (typeof YES_NO_ITEMS)[number];

/** What a form says on an item; `not_asked` where its version of the questionnaire does not have it. */
export const answerOn = (form: Form, item: YesNoItem): YesNoAnswer =>
  item === 'iapt_treats_mus_ltc' || item === 'iapt_inreach'
    ? deriveMusLtc(form.answers, item)
    : yesNoAnswer(form.answers[item]);

import type { Form } from '../../fieldwork/response.js';
import { hasContent } from '../content-answers.js';

/**
 * R1 test or blank: forms flagged as tests, and forms that say nothing about the service. "I don't know" is an
 * answer; naming one's hospital, role and consent is not. `undefined` = the rule does not apply.
 */
export function testOrBlank(form: Form): 'test' | 'blank' | undefined {
  if (form.isTest) return 'test';
  return hasContent(form) ? undefined : 'blank';
}

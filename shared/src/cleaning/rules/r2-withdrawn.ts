import type { Form } from '../../fieldwork/response.js';

/**
 * R2 withdrawn: the respondent took the form back. It is counted as withdrawn, not as excluded. Asked before R1,
 * because the content of a withdrawn form is erased and would otherwise look blank.
 */
export const isWithdrawn = (form: Form): boolean => form.state === 'withdrawn';

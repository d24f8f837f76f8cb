import { describe, expect, it } from 'vitest';

import { firstTemplates } from './first-templates.js';
import { checkTemplate, fillTemplate } from './mail-template.js';
import { MAILING_KINDS } from './mailing-kind.js';

const GOOD = { subject: 'About {hospital}', body: 'Dear {name},\n{link}\n{stop}' };
const codes = (change: Partial<typeof GOOD>, kind: 'invitation' | 'reminder' | 'thanks' = 'invitation') => {
  const checked = checkTemplate(kind, { ...GOOD, ...change });
  return checked.ok ? [] : checked.problems.map(({ code, field }) => `${field} ${code}`);
};

describe('checkTemplate', () => {
  it.each(MAILING_KINDS)('accepts the first text for %s', (kind) => {
    const about = { title: 'A {survey}', minutes: 4, perspectives: ['liaison'] as const };
    expect(checkTemplate(kind, firstTemplates(about)[kind]).ok).toBe(true);
  });

  it('begins with a text on the questionnaire of the round, and on who is asked', () => {
    const { invitation, reminder } = firstTemplates({
      title: 'Beds at night',
      minutes: 1,
      perspectives: ['liaison', 'psychology', 'acute_trust'],
    });
    expect(invitation.body).toContain(
      'we ask liaison psychiatry teams, clinical health psychology services and acute trusts to take part in the survey “Beds at night”.',
    );
    expect(invitation.body).toContain('It takes about a minute.');
    expect(reminder.body).toContain('takes about a minute');
    const other = firstTemplates({ title: '', minutes: 12, perspectives: [] }).invitation.body;
    expect(other).toContain('we ask people like you to take part in a survey.');
    expect(other).toContain('It takes about 12 minutes.');
    expect(`${invitation.body}${reminder.body}${other}`).not.toMatch(/Talking Therapies|five/);
  });

  it.each([
    ['a placeholder that nobody knows', { body: `${GOOD.body} {hopsital}` }, ['body UNKNOWN_PLACEHOLDER']],
    ['one with a space in it', { body: `${GOOD.body} {link }` }, ['body UNKNOWN_PLACEHOLDER']],
    ['no link', { body: 'x {stop}' }, ['body MISSING_PLACEHOLDER']],
    ['no way to get no more mail', { body: 'x {link}' }, ['body MISSING_PLACEHOLDER']],
    ['a secret in the subject', { subject: 'x {link}' }, ['subject MISPLACED_PLACEHOLDER']],
    ['answers before there are any', { body: `${GOOD.body} {answers}` }, ['body MISPLACED_PLACEHOLDER']],
    ['no subject', { subject: '  ' }, ['subject MISSING_VALUE']],
    ['a subject of two lines', { subject: 'a\nBcc: x@example.org' }, ['subject MISSING_VALUE']],
    ['no text', { body: '' }, ['body MISSING_VALUE', 'body MISSING_PLACEHOLDER', 'body MISSING_PLACEHOLDER']],
  ])('refuses %s', (_what, change, problems) => {
    expect(codes(change)).toEqual(problems);
  });

  it('takes a lone brace for text', () => {
    expect(codes({ body: `${GOOD.body} :-} {` })).toEqual([]);
  });
});

describe('fillTemplate', () => {
  const values = { name: 'Ann', hospital: 'Unreal Infirmary', round: '2027', closes: '31 March 2027' };

  it('fills what is known now and leaves what is made when the mail is sent', () => {
    expect(fillTemplate(GOOD, values)).toEqual({
      subject: 'About Unreal Infirmary',
      body: 'Dear Ann,\n{link}\n{stop}',
    });
  });

  it('lets nobody write a link or a header by their name', () => {
    const named = fillTemplate({ ...GOOD, subject: '{name}' }, { ...values, name: '{link}\nBcc: x' });
    expect(named.subject).toBe('(link) Bcc: x');
    expect(named.body).toBe('Dear (link)\nBcc: x,\n{link}\n{stop}');
  });

  it('does not read what was filled in a second time', () => {
    expect(fillTemplate(GOOD, { ...values, name: '$& {hospital}' }).body).toContain('Dear $& (hospital),');
  });
});

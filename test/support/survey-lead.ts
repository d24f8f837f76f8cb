import type { Locator } from 'playwright-core';

import { DESK, Visitor } from './browser.js';

/** The lead of the survey at a browser, signed in through the demonstration's own button. */
export class SurveyLead {
  private constructor(readonly visitor: Visitor) {}

  /** Opens the start page, signs in and stands before the live state of the synthetic round. */
  static async signsIn(): Promise<SurveyLead> {
    const visitor = await Visitor.arrive({ size: DESK });
    await visitor.opens('/');
    await visitor.page.getByRole('button', { name: 'Sign in as survey lead (demo)' }).click();
    // Other journeys may have opened a newer round, where the button then leads.
    await visitor.page.waitForURL('**/manage/rounds/*');
    await visitor.opens('/manage/rounds/demo-2026');
    await visitor.page.getByRole('heading', { level: 2, name: 'Hospitals' }).waitFor();
    return new SurveyLead(visitor);
  }

  /** Rows of the live list that name a hospital; those that answered last stand first. */
  rowsOf(hospital: string): Locator {
    const { page } = this.visitor;
    return page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: hospital, exact: true }) });
  }
}

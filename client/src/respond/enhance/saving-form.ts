/** How long after the last keystroke the page is saved, and how long a save may take, in milliseconds. */
const SAVE_AFTER = 1500;
const GIVE_UP_AFTER = 10_000;
/** After this a form may be sent again: the first sending was lost on the way. */
const SEND_AGAIN_AFTER = 5000;
/** Browsers finish a request of a page that was left only up to 64 KB, in bytes. */
const MOST_KEPT_ALIVE = 60_000;

/** What the server answers to an autosave: the new revision when it saved, else a sentence to show. */
type SaveAnswer = { readonly revision: number } | { readonly message: string };

/** Sends a form once per click, however often the button is pressed. The idempotency key is what really protects. */
export function sendOnce(form: HTMLFormElement): void {
  let sent = false;
  const reset = (): void => {
    sent = false;
  };
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (sent) event.preventDefault();
    sent = true;
    window.setTimeout(reset, SEND_AGAIN_AFTER);
  });
  window.addEventListener('pageshow', reset);
}

/** Saves the page while it is being filled in, says when it did, and warns before unsaved entries are lost. */
export function saveWhileTyping(form: HTMLFormElement, status: HTMLElement): void {
  let timer = 0;
  let unsaved = false;
  let running: Promise<void> | undefined;
  /** What was sent last without an answer: whether it is stored is not known. */
  let inDoubt: URLSearchParams | undefined;

  const say = (message: string): void => {
    if (status.textContent !== message) status.textContent = message;
  };
  const save = async (): Promise<void> => {
    unsaved = false;
    // Sent once more as it was: if it is stored already, the server says so and gives the revision, which the form
    // needs before it can send anything else.
    const first = inDoubt && (await send(form.action, inDoubt));
    if (first && 'revision' in first) setRevision(form, first.revision);
    if (first) inDoubt = undefined;
    const body = inDoubt ?? entriesOf(form);
    const answer = inDoubt ? undefined : await send(form.action, body);
    inDoubt = answer ? undefined : body;
    if (answer && 'revision' in answer) {
      setRevision(form, answer.revision);
      say(`Saved at ${clockTime(new Date())}`);
    } else {
      unsaved = true;
      say(answer?.message ?? 'Not saved yet. Check the connection; your entries are still on this page.');
    }
  };
  const saveNow = (): void => {
    window.clearTimeout(timer);
    // One save at a time: each carries the revision that the one before it returned. The first starts at once, since
    // a page that is being left does nothing later.
    const next = (running ? running.then(save) : save()).finally(() => {
      if (running === next) running = undefined;
    });
    running = next;
  };
  const saveSoon = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(saveNow, SAVE_AFTER);
  };
  const saveOnLeaving = (): void => {
    if (unsaved && !running) saveNow();
  };

  form.addEventListener('input', () => {
    unsaved = true;
    saveSoon();
  });
  form.addEventListener('submit', (event) => {
    window.clearTimeout(timer);
    if (!running) {
      unsaved = false;
      return;
    }
    // A save is under way: wait for its revision, or this sending would look like one from another device.
    event.preventDefault();
    const button = event.submitter instanceof HTMLElement ? event.submitter : form.querySelector('button');
    void running.then(() => button?.click());
  });
  // A telephone puts a page away without leaving it, and may never come back to it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveOnLeaving();
  });
  window.addEventListener('pagehide', saveOnLeaving);
  // Back from the browser's store of left pages: what was sent on leaving may have had no answer.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && (unsaved || inDoubt)) saveSoon();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!unsaved) return;
    event.preventDefault();
    // Browsers of before 2023 ask only when there is a return value.
    event.returnValue = true;
  });
}

/** What the form would send now, marked as saved while typing. */
function entriesOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') body.append(name, value);
  });
  body.append('autosave', '1');
  return body;
}

/** The answer of the server, or undefined when it could not be reached or did not answer as agreed. */
async function send(address: string, body: URLSearchParams): Promise<SaveAnswer | undefined> {
  const limit = new AbortController();
  const timer = window.setTimeout(() => limit.abort(), GIVE_UP_AFTER);
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      signal: limit.signal,
      // So that typing and leaving at once loses nothing.
      keepalive: body.toString().length < MOST_KEPT_ALIVE,
    });
    return readAnswer(await response.json());
  } catch {
    return undefined;
  } finally {
    window.clearTimeout(timer);
  }
}

function readAnswer(answer: unknown): SaveAnswer | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { message, revision } = answer as { message?: unknown; revision?: unknown };
  if (typeof revision === 'number') return { revision };
  return typeof message === 'string' ? { message } : undefined;
}

/** The time on the respondent's own clock, such as 14:02. */
export const clockTime = (moment: Date): string =>
  [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');

function setRevision(form: HTMLFormElement, revision: number): void {
  const field = form.elements.namedItem('expectedRevision');
  if (field instanceof HTMLInputElement) field.value = String(revision);
}

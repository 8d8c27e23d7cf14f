// <div id="survey-said">…</div> <live-results id="survey-results" data-foot="survey-foot-…">…</live-results>
// When the line that says how many have answered changes, both parts are asked for again, at most once in a while: the
// server decides anew what its reader may see, so that nothing of the results is ever in a message for everybody.
import { apply } from '../lib/apply.js';
import { Behaviour } from '../lib/behaviour.js';

const PAUSE = 1500;

export default class LiveResults extends Behaviour {
  start() {
    this.on(document, 'parvis:content', ({ detail }) => {
      if (detail.placed.some((part) => part.id === this.dataset.foot)) this.soon();
    });
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  soon() {
    this.timer ||= setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.timer = 0;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      if (answer.ok && this.isConnected) apply(await answer.text(), { ids: ['survey-said', this.id] });
    } catch {
      // Without a connection the page stays as it is; the next change asks again.
    }
  }
}

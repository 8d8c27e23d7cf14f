// <draw-again data-file="/surveys/…/draw/file" data-right="…" data-wrong="…" data-failed="…"><button hidden>…</button><p role="status"></p></draw-again>
// Does the draw of a quiz again in the reader's own browser, from the file that everybody can take along, and says
// whether the same people win. What it computes stands at the head of survey_results/draw.rs.
import { Behaviour } from '../lib/behaviour.js';
import { holds } from '../lib/draw.js';

export default class DrawAgain extends Behaviour {
  start() {
    const button = this.querySelector('button');
    // Browsers compute only on pages that came unaltered (https).
    if (!globalThis.crypto?.subtle) return;
    button.hidden = false;
    this.on(button, 'click', () => this.again());
  }

  async again() {
    const said = this.querySelector('[role=status]');
    try {
      const answer = await fetch(this.dataset.file, { credentials: 'same-origin' });
      const right = answer.ok && (await holds(await answer.json(), this.dataset.announced));
      said.textContent = right ? this.dataset.right : this.dataset.wrong;
    } catch {
      said.textContent = this.dataset.failed;
    }
  }
}

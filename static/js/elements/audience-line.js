// <audience-line><select>…<option value="…" data-group="id" data-readers="Visible par …" data-list="/…">…</select>
//   <p role="status" hidden><a></a></p></audience-line>
// The sentence on who will read it follows the group that is chosen, and leads to the list of them; so do the people
// that the form's <mention-box> proposes, and the labels of [data-labels-of="value"], also of groups that are ticked. Without script each option says it in few words.
import { Behaviour } from '../lib/behaviour.js';

export default class AudienceLine extends Behaviour {
  start() {
    this.select = this.querySelector('select');
    if (!this.select) return;
    this.on(this.select, 'change', () => this.show());
    this.show();
  }

  show() {
    const { readers, list, group } = this.select.selectedOptions[0]?.dataset ?? {};
    const link = this.querySelector('[role=status] a');
    link.closest('p').hidden = !readers;
    if (link.textContent !== (readers ?? '')) link.textContent = readers ?? '';
    if (list) link.href = list;
    const chosen = [this.select.value, ...new FormData(this.select.form ?? undefined).getAll('also')];
    for (const part of this.select.form?.querySelectorAll('[data-labels-of]') ?? []) part.hidden = !chosen.includes(part.dataset.labelsOf);
    const names = this.select.form?.querySelector('mention-box');
    if (!names) return;
    if (group) names.dataset.group = group;
    else delete names.dataset.group;
  }
}

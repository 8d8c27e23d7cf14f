// <plan-board data-next="/planning?month=…" data-before="…" data-after="…" data-past="… cannot be before today"><table>
//   <td data-day="2027-03-01">…<a id="plan-…" data-time="/planning/…/time" data-date="2027-03-01" data-hour="09:00">…</a></td>
//   </table><p role="status" data-said></p><span data-scripted hidden>Shift and arrows move it</span></plan-board>
// What is planned is moved to another day: by dragging, or with Shift and the arrows. The hour stays, and the server answers
// with the calendar anew and a way to take it back. Days without data-day take nothing. Without script: the page of its time.
import { Behaviour } from '../lib/behaviour.js';

const DAYS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const ENTRY = 'a[data-time]';

export default class PlanBoard extends Behaviour {
  start() {
    for (const entry of this.querySelectorAll(ENTRY)) entry.draggable = true;
    for (const part of this.querySelectorAll('[data-scripted]')) part.hidden = !this.querySelector(ENTRY);
    this.on(this, 'dragstart', (event) => this.lift(event));
    this.on(this, 'dragend', () => this.drop(null));
    this.on(this, 'dragover', (event) => this.over(event));
    this.on(this, 'drop', (event) => this.put(event));
    this.on(this, 'keydown', (event) => this.press(event));
  }

  lift(event) {
    this.lifted = event.target.closest?.(ENTRY);
    if (!this.lifted) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.lifted.textContent);
    this.lifted.classList.add('is-lifted');
  }

  over(event) {
    const day = this.lifted && event.target.closest('[data-day]');
    this.mark(day);
    if (!day) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  }

  put(event) {
    const day = this.lifted && event.target.closest('[data-day]');
    if (!day) return;
    event.preventDefault();
    this.drop(day.dataset.day);
  }

  drop(day) {
    const entry = this.lifted;
    this.lifted = null;
    this.mark(null);
    entry?.classList.remove('is-lifted');
    if (entry && day) this.move(entry, day);
  }

  mark(day) {
    if (this.marked === day) return;
    this.marked?.classList.remove('is-target');
    this.marked = day;
    day?.classList.add('is-target');
  }

  press(event) {
    const days = event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey && DAYS[event.key];
    const entry = days && event.target.closest(ENTRY);
    if (!entry) return;
    event.preventDefault();
    const day = new Date(`${entry.dataset.date}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    const to = day.toISOString().slice(0, 10);
    const first = this.querySelector('[data-day]')?.dataset.day;
    if (!first || to < first) this.querySelector('[data-said]').textContent = this.dataset.past;
    else this.move(entry, to);
  }

  /** The address of the calendar in which a day stands. */
  where(day) {
    const days = [...this.querySelectorAll('time[datetime]')].map((time) => time.getAttribute('datetime'));
    if (day < days[0]) return this.dataset.before;
    return day > days.at(-1) ? this.dataset.after : this.dataset.next;
  }

  /** Sends the new time as the form of its own page does; the entry has the focus again afterwards. */
  move(entry, day) {
    if (day === entry.dataset.date || this.sent) return;
    this.sent = true;
    const form = document.createElement('form');
    form.method = 'post';
    form.action = entry.dataset.time;
    const next = `${this.where(day)}#${entry.id}`;
    for (const [name, value] of Object.entries({ day, hour: entry.dataset.hour, next })) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name, value });
      form.append(field);
    }
    form.hidden = true;
    this.append(form);
    form.submit();
  }
}

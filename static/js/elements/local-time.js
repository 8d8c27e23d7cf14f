// <local-time data-zone="Europe/Paris" data-now="à l'instant" [data-clock="{h} h {m}"]></local-time>, once in the shell.
// Every minute it refreshes <time datetime data-rel> of the last hour ("il y a 12 min"), then writes the time of day;
// older ones keep the server's words. The full date is in the server's title attribute.
import { Behaviour } from '../lib/behaviour.js';

const MINUTE = 60_000;

export class LocalTime extends Behaviour {
  start() {
    const lang = document.documentElement.lang || 'fr';
    const zone = this.dataset.zone || undefined;
    this.relative = new Intl.RelativeTimeFormat(lang, { style: 'short' });
    this.clock = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: zone });
    this.timer = setInterval(() => document.hidden || this.refresh(), MINUTE);
    this.on(document, 'visibilitychange', () => document.hidden || this.refresh());
  }

  stop() {
    clearInterval(this.timer);
  }

  refresh() {
    for (const time of document.querySelectorAll('time[data-rel]')) {
      const at = new Date(time.dateTime);
      const minutes = Math.floor((Date.now() - at.getTime()) / MINUTE);
      if (minutes < 0 || minutes > 75) continue;
      const words = this.words(at, minutes);
      if (time.textContent !== words) time.textContent = words;
    }
  }

  words(at, minutes) {
    if (minutes < 1) return this.dataset.now || this.relative.format(0, 'minute');
    if (minutes < 60) return this.relative.format(-minutes, 'minute');
    if (!this.dataset.clock) return this.clock.format(at);
    const parts = Object.fromEntries(this.clock.formatToParts(at).map((p) => [p.type, p.value]));
    return this.dataset.clock.replace('{h}', String(Number(parts.hour))).replace('{m}', parts.minute);
  }
}

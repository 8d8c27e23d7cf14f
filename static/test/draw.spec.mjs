// A draw that is done again in the browser finds what holds and what does not.
import { expect, test } from '../../tests/browser/chromium.js';
import crypto from 'node:crypto';
import { holds } from '../js/lib/draw.js';

const sha = (data) => crypto.createHash('sha256').update(data).digest('hex');

/** A draw as the server writes it, made by other means than the browser's. */
function draw(people, prizes) {
  const seed = Buffer.alloc(32, 9);
  const tickets = Array.from({ length: people }, (_, n) => sha(`quiz:${n}`)).sort();
  const key = (ticket) => crypto.createHmac('sha256', seed).update(ticket).digest('hex');
  const winners = tickets.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)).slice(0, prizes);
  return { seed: seed.toString('hex'), prizes, tickets, winners };
}

test('a draw that is right is found right, and nothing else is', async () => {
  const good = draw(40, 3);
  const announced = sha(Buffer.alloc(32, 9));
  expect(await holds(good, announced)).toBe(true);
  expect(await holds(draw(2, 5), announced)).toBe(true);
  expect(await holds({ ...good, tickets: good.tickets.toReversed() }, announced)).toBe(true);
  expect(await holds(good, sha('another seed'))).toBe(false);
  expect(await holds({ ...good, seed: '08'.repeat(32) }, announced)).toBe(false);
  expect(await holds({ ...good, winners: good.winners.toReversed() }, announced)).toBe(false);
  expect(await holds({ ...good, tickets: good.winners.slice(1) }, announced)).toBe(false);
  expect(await holds({ ...good, winners: good.winners.slice(1) }, announced)).toBe(false);
});

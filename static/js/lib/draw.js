// The draw of a quiz, done again from its file. What is computed stands at the head of survey_results/draw.rs.
const text = new TextEncoder();
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytes = (letters) => Uint8Array.from(letters.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Whether the seed is the one that was announced, and the tickets that win are those of the file. */
export async function holds(draw, announced) {
  const seed = bytes(draw.seed);
  const commitment = hex(await globalThis.crypto.subtle.digest('SHA-256', seed));
  if (commitment !== announced) return false;
  const key = await globalThis.crypto.subtle.importKey('raw', seed, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const order = [];
  for (const ticket of new Set(draw.tickets)) order.push([hex(await globalThis.crypto.subtle.sign('HMAC', key, text.encode(ticket))), ticket]);
  order.sort(([one], [other]) => (one < other ? -1 : 1));
  const winners = order.slice(0, draw.prizes).map(([, ticket]) => ticket);
  return winners.length === draw.winners.length && winners.every((ticket, place) => ticket === draw.winners[place]);
}

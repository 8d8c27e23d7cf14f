// Whether a field takes a file, by its type or by the ending of its name, and the words where it does not.
export function fits(file, { accept = '', endings }) {
  const name = file.name.toLowerCase();
  return endings ? endings.split(' ').some((ending) => name.endsWith(ending)) : file.type.startsWith(accept);
}

export function refusal(file, words, number) {
  const { max, most, kind, heavy, many } = words;
  if (!fits(file, words)) return kind;
  if (max && file.size > Number(max)) return heavy;
  return most && number > Number(most) ? many : '';
}

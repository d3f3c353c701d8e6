/** Names that a wrong one may have been meant for: those that differ from it in a third of its letters at most. */
export function nearestNames(name: string, names: readonly string[]): readonly string[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '').slice(0, 100);
  const wanted = plain(name);
  const near = names.map((other) => ({ other, distance: editDistance(wanted, plain(other)) })).filter(({ distance }) => distance <= Math.ceil(wanted.length / 3));
  return near.toSorted((left, right) => left.distance - right.distance).slice(0, 3).map(({ other }) => other);
}

/** Letters that have to be changed, added or taken away to make one text of the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of Array.from(from).entries()) {
    const next = [line + 1];
    for (const [column, other] of Array.from(to).entries()) {
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

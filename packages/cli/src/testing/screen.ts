/** What a terminal shows after a text with the control sequences that a live line uses; trailing blanks are left out. */
export function screenText(output: string): string {
  const rows: string[][] = [[]];
  let row = 0;
  let column = 0;
  for (const [token] of output.matchAll(new RegExp(String.raw`\u001b\[\??(?<number>\d*)(?:;\d+)*(?<kind>[A-Za-z])|[^]`, 'gu'))) {
    const sequence = new RegExp(String.raw`^\u001b\[\??(\d*).*([A-Za-z])$`, 'u').exec(token);
    const count = Number(sequence?.[1] === '' ? 1 : sequence?.[1]);
    const cells = (rows[row] ??= []);
    if (sequence?.[2] === 'A') row = Math.max(0, row - count);
    else if (sequence?.[2] === 'G') column = 0;
    else if (sequence?.[2] === 'K') cells.length = sequence[1] === '2' ? 0 : Math.min(cells.length, column);
    else if (token === '\n') [row, column] = [row + 1, 0];
    else if (sequence === null) cells[column++] = token;
  }
  return rows.map((cells) => Array.from(cells, (cell: string | undefined) => cell ?? ' ').join('').trimEnd()).join('\n').trimEnd();
}

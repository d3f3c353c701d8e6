/** Which of the pictures of one command it is. */
export interface PictureNumber {
  /** From 1, over all prompts. */
  readonly index: number;
  /** Pictures in all; missing when nobody knows, because prompts come from a pipe. */
  readonly total?: number | undefined;
  /** Line of stdin that holds the prompt, from 1; missing when it comes from the command line. */
  readonly line?: number | undefined;
}

/** `Picture 2 of 5`, `Picture 2` when nobody knows how many there are; nothing for the only one. */
export function pictureLabel({ index, total }: PictureNumber): string | undefined {
  return total === 1 ? undefined : `Picture ${index}${ofTotal(total)}`;
}

/** ` of 5`; nothing when nobody knows how many there are. */
export function ofTotal(total: number | undefined): string {
  return total === undefined ? '' : ` of ${total}`;
}

/** What stands under the list of options. */
export const EXAMPLES = `
Examples:
  $ hypotez generate "a lighthouse at dawn"
  $ hypotez generate "a lighthouse at dawn" --aspect 16:9 --seed 42 --output lighthouse.png
  $ hypotez generate "a lighthouse at dawn" --embedded      offline, no quota
  $ open "$(hypotez generate "a lighthouse at dawn")"       the path is all that goes to stdout
`;

/** Description of each option of `generate`, in the order of the help. */
export const OPTIONS: readonly (readonly [flags: string, description: string])[] = [
  ['--negative <text>', 'what the picture should not show'],
  ['--aspect <W:H>', 'width to height, such as 16:9'],
  ['--width <pixels>', 'width of the picture'],
  ['--height <pixels>', 'height of the picture'],
  ['--seed <number>', 'the same seed gives the same picture'],
  ['--steps <number>', 'denoising steps'],
  ['--guidance <number>', 'how strictly the picture follows the prompt'],
  ['--output <file or folder>', 'where the picture goes (default: the current folder)'],
  ['--url <url>', 'another Space that speaks the same interface'],
  ['--token <token>', 'Hugging Face token (default: HF_TOKEN of the environment)'],
  ['--timeout <seconds>', 'longest time of the run (default: 600)'],
  ['--json', 'one JSON object a line on stdout for every event'],
  ['--embedded', 'paint with an emulator inside the process: offline, no quota'],
];

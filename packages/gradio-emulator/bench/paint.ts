// How long a picture takes, in this process and for one caller: node bench/paint.ts [runs]
import { encodePng } from '../src/painting/encode-png.ts';
import { paintPicture } from '../src/painting/paint-picture.ts';

const prompts = ['a lighthouse at dawn', 'a city at night by the sea, stars', 'pine forest and mountains, golden hour'];
const runs = Number(process.argv[2] ?? 15);
const base = { negativePrompt: '', guidanceScale: 4.5, steps: 28 } as const;

for (const side of [512, 1024]) {
  const times: { paint: number; encode: number; bytes: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const prompt = prompts[run % prompts.length] ?? '';
    const start = performance.now();
    const picture = await paintPicture({ ...base, prompt, seed: run, width: side, height: side });
    const painted = performance.now();
    const { byteLength } = await encodePng(picture);
    times.push({ paint: painted - start, encode: performance.now() - painted, bytes: byteLength });
  }
  const median = (name: 'paint' | 'encode' | 'bytes'): number => {
    const sorted = times.map((time) => time[name]).toSorted((left, right) => left - right);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const total = times.map(({ paint, encode }) => paint + encode).toSorted((left, right) => left - right);
  const [paint, encode, bytes] = [median('paint'), median('encode'), median('bytes')].map(Math.round);
  const middle = Math.round(total[Math.floor(total.length / 2)] ?? 0);
  console.log(`${side} × ${side}: ${middle} ms (painting ${paint}, encoding ${encode}, ${bytes} bytes), ${runs} runs`);
}

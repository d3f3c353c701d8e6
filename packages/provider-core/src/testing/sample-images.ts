import sharp, { type Sharp } from 'sharp';

/** A picture that a real encoder made, and what it was told to make. */
export interface SampleImage {
  readonly name: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Makes pictures of every form that sharp writes: five formats, sizes, colour types, depths, interlaced and progressive,
 * palettes, animations, metadata. The same number makes the same picture.
 */
export async function sampleImage(number: number): Promise<SampleImage> {
  const random = randomNumbers(number);
  const upTo = (maximum: number): number => Math.floor(random() * (maximum + 1));
  const chance = (): boolean => random() < 0.5;
  const oneOf = <Item>(...items: readonly [Item, ...Item[]]): Item => items[upTo(items.length - 1)] ?? items[0];
  // AVIF takes far longer than the others, so there are fewer of it.
  const format = oneOf('png', 'png', 'png', 'jpeg', 'jpeg', 'jpeg', 'webp', 'webp', 'webp', 'gif', 'gif', number % 4 === 0 ? 'avif' : 'png');
  const width = 1 + upTo(oneOf(3, 40, 200));
  const height = 1 + upTo(oneOf(3, 40, 200));
  const frames = format === 'gif' || format === 'webp' ? oneOf(1, 1, 2, 5) : 1;
  const channels = oneOf(1, 2, 3, 4);
  const pixels = Uint8Array.from({ length: width * height * frames * channels }, (_item, index) => (random() < 0.2 ? upTo(255) : index));
  let image = sharp(pixels, { raw: { width, height: height * frames, channels, ...(frames > 1 ? { pageHeight: height } : {}) } });
  if (chance()) image = withMetadata(image, number);
  const options: string[] = [];
  const said = <Value>(name: string, value: Value): Value => {
    options.push(`${name} ${String(value)}`);
    return value;
  };
  switch (format) {
    case 'png':
      if (said('16 bits', chance())) image = image.toColourspace('rgb16');
      image = image.png({ progressive: said('interlaced', chance()), palette: said('palette', chance()), colours: oneOf(2, 16, 256), compressionLevel: upTo(9), adaptiveFiltering: chance() });
      break;
    case 'jpeg':
      image = image.toColourspace(said('colours', oneOf('srgb', 'b-w', 'cmyk')));
      image = image.jpeg({ progressive: said('progressive', chance()), mozjpeg: chance(), quality: 1 + upTo(99), chromaSubsampling: oneOf('4:4:4', '4:2:0') });
      break;
    case 'webp':
      image = image.webp({ lossless: said('lossless', chance()), quality: 1 + upTo(99), effort: 0, loop: upTo(3) });
      break;
    case 'gif':
      image = image.gif({ progressive: said('interlaced', chance()), colours: oneOf(2, 16, 256), effort: 1, loop: upTo(3) });
      break;
    case 'avif':
      image = image.avif({ lossless: said('lossless', chance()), quality: 1 + upTo(99), effort: 0, chromaSubsampling: oneOf('4:4:4', '4:2:0') });
      break;
  }
  const bytes = new Uint8Array(await image.toBuffer());
  const name = `${format} number ${number.toString()}: ${width.toString()} × ${height.toString()}, ${channels.toString()} channels, ${frames.toString()} frames, ${options.join(', ')}`;
  return { name, mediaType: `image/${format}`, width, height, bytes };
}

function withMetadata(image: Sharp, number: number): Sharp {
  return image.withMetadata({ density: 72 + (number % 300), exif: { IFD0: { ImageDescription: `picture ${number.toString()}`, Software: 'x'.repeat(1 + (number % 500)) } } });
}

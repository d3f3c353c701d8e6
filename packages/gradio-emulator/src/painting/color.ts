/** Red, green and blue, each 0–1. */
export type Color = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`. */
export function hex(text: string): Color {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** The colour a share `t` (0–1) of the way from one to the other. */
export function mix(from: Color, to: Color, t: number): Color {
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t];
}

/** The colour at `t` (0–1) of a row of colours that flow into each other. */
export function gradient(stops: readonly Color[], t: number): Color {
  const position = clamp(t) * (stops.length - 1);
  const index = Math.min(Math.floor(position), stops.length - 2);
  const from = stops[index] ?? black;
  return mix(from, stops[index + 1] ?? from, smooth(position - index));
}

/** Turns the hue by an angle in degrees, keeping the luminance. */
export function turnHue([red, green, blue]: Color, degrees: number): Color {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  // The YIQ colour plane is turned; the three rows are the inverse transform multiplied out.
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const i = 0.596 * red - 0.274 * green - 0.322 * blue;
  const q = 0.211 * red - 0.523 * green + 0.312 * blue;
  const turnedI = i * cos - q * sin;
  const turnedQ = i * sin + q * cos;
  return [
    clamp(luma + 0.956 * turnedI + 0.621 * turnedQ),
    clamp(luma - 0.272 * turnedI - 0.647 * turnedQ),
    clamp(luma - 1.107 * turnedI + 1.705 * turnedQ),
  ];
}

/** Limits a number to 0–1. */
export function clamp(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** The S-curve from 0 to 1. */
export function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

const black: Color = [0, 0, 0];

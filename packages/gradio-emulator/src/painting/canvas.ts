import type { Color } from './color.ts';

/** Colours of a picture in the making, 0–1 a channel, with shapes measured in shares of its height. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  /** Three numbers a pixel, row by row from the top. */
  readonly data: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Float32Array(width * height * 3);
  }

  /** Lays a colour over one pixel; outside the canvas nothing happens. */
  blend(x: number, y: number, color: Color, alpha: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height || alpha <= 0) return;
    const { data } = this;
    const index = (y * this.width + x) * 3;
    const kept = 1 - alpha;
    data[index] = (data[index] ?? 0) * kept + color[0] * alpha;
    data[index + 1] = (data[index + 1] ?? 0) * kept + color[1] * alpha;
    data[index + 2] = (data[index + 2] ?? 0) * kept + color[2] * alpha;
  }

  /** Fills part of a row between two places that may lie within pixels. */
  fillRow(y: number, from: number, to: number, color: Color, alpha = 1): void {
    const last = Math.min(Math.floor(to), this.width - 1);
    for (let x = Math.max(Math.floor(from), 0); x <= last; x += 1) {
      const cover = Math.min(x + 1, to) - Math.max(x, from);
      this.blend(x, y, color, cover * alpha);
    }
  }

  /** Fills an ellipse with a soft rim; centre and radii in pixels. */
  fillEllipse(centreX: number, centreY: number, radiusX: number, radiusY: number, color: Color, alpha = 1): void {
    for (let y = Math.floor(centreY - radiusY - 1); y <= centreY + radiusY + 1; y += 1) {
      for (let x = Math.floor(centreX - radiusX - 1); x <= centreX + radiusX + 1; x += 1) {
        const distance = Math.hypot((x - centreX) / radiusX, (y - centreY) / radiusY);
        const cover = (1 - distance) * Math.min(radiusX, radiusY) + 0.5;
        this.blend(x, y, color, Math.min(Math.max(cover, 0), 1) * alpha);
      }
    }
  }

  /** Lays light around a point, strongest in the middle and gone at the radius; all in pixels. */
  glow(centreX: number, centreY: number, radius: number, color: Color, alpha: number): void {
    for (let y = Math.floor(centreY - radius); y <= centreY + radius; y += 1) {
      for (let x = Math.floor(centreX - radius); x <= centreX + radius; x += 1) {
        const away = Math.hypot(x - centreX, y - centreY) / radius;
        if (away < 1) this.blend(x, y, color, alpha * (1 - away) ** 2);
      }
    }
  }
}

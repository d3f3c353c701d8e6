/** What can be written to until it is full. */
export interface Sink {
  readonly destroyed: boolean;
  write(piece: Buffer): boolean;
  on(event: 'drain' | 'close', listener: () => void): unknown;
  off(event: 'drain' | 'close', listener: () => void): unknown;
}

/** Writes a piece again and again, as fast as it is taken, until so many bytes are written or the other side has left. */
export async function flood(sink: Sink, piece: Buffer, bytes = Infinity): Promise<void> {
  for (let left = bytes; left > 0 && !sink.destroyed; left -= piece.length) {
    if (sink.write(left < piece.length ? piece.subarray(0, left) : piece)) continue;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        sink.off('drain', goOn);
        sink.off('close', goOn);
        resolve();
      };
      sink.on('drain', goOn);
      sink.on('close', goOn);
    });
  }
}

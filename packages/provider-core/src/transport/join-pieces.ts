const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Most bytes that are held back, 256 KiB: of text in pieces below, V8 keeps a copy or two until its next large collection. */
const ROOM = 256 * 1024;

/** Pieces of a text on their way to whoever reads its lines. */
export interface PieceJoiner {
  add(piece: Uint8Array): void;
  /** Hands on what is held back. */
  flush(): void;
}

/**
 * Holds pieces back while no line ends in them, so that a long line is not a thousand small texts: an event of 64 MiB took twice
 * its size in memory. Nothing that a reader of lines waits for comes later.
 */
export function joinPieces(handOn: (piece: Uint8Array) => void): PieceJoiner {
  let room = new Uint8Array();
  let used = 0;
  const flush = (): void => {
    if (used > 0) handOn(room.subarray(0, used));
    used = 0;
  };
  return {
    flush,
    add: (piece) => {
      const endsLine = piece.includes(LINE_FEED) || piece.includes(CARRIAGE_RETURN);
      if (endsLine || used + piece.length > ROOM) flush();
      if (endsLine || piece.length > ROOM) {
        handOn(piece);
        return;
      }
      // Most streams hold no such line.
      if (room.length === 0) room = new Uint8Array(ROOM);
      room.set(piece, used);
      used += piece.length;
    },
  };
}

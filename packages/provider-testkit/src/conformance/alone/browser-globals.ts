/** What browsers have besides the language, as far as a plugin may need it and Node has it too. */
const WEB = [
  'AbortController', 'AbortSignal', 'Blob', 'ByteLengthQueuingStrategy', 'CompressionStream', 'CountQueuingStrategy', 'CustomEvent', 'DOMException', 'DecompressionStream', 'Event',
  'EventTarget', 'File', 'FormData', 'Headers', 'MessageChannel', 'MessageEvent', 'MessagePort', 'ReadableStream', 'Request', 'Response', 'TextDecoder', 'TextDecoderStream',
  'TextEncoder', 'TextEncoderStream', 'TransformStream', 'URL', 'URLSearchParams', 'WebSocket', 'WritableStream', 'atob', 'btoa', 'clearInterval', 'clearTimeout', 'console', 'crypto',
  'fetch', 'navigator', 'performance', 'queueMicrotask', 'structuredClone',
];
/** Parts of the language that the web's classes hold values against; a context of its own would have others. */
const LANGUAGE = [
  'Array', 'ArrayBuffer', 'BigInt64Array', 'BigUint64Array', 'DataView', 'Error', 'Float32Array', 'Float64Array', 'Int16Array', 'Int32Array', 'Int8Array', 'Promise', 'RangeError',
  'TypeError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray',
];

/** The globals of a browser, without anything that only Node has. Timers are numbers, as they are there. */
export function browserGlobals(): object {
  const { setTimeout, setInterval } = globalThis;
  const shared = [...WEB, ...LANGUAGE].map((name) => [name, Reflect.get(globalThis, name)] as const);
  return {
    ...Object.fromEntries(shared),
    setTimeout: (callback: () => void, delayMs?: number) => setTimeout(callback, delayMs)[Symbol.toPrimitive](),
    setInterval: (callback: () => void, delayMs?: number) => setInterval(callback, delayMs)[Symbol.toPrimitive](),
  };
}

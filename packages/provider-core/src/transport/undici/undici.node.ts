// What is made of undici, behind one `import()`: loading undici takes longer than loading everything of ours.
export { openDispatcher } from './open-dispatcher.node.ts';
export { sendByUndici } from './send-by-undici.node.ts';

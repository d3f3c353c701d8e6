// Measures how long packages take to load: import-time.js <package …>; lies in the folder that they are installed in.
const start = performance.now();
await Promise.all(process.argv.slice(2).map((name) => import(name)));
process.send?.({ importMs: performance.now() - start }, () => {
  process.exit();
});

export {};

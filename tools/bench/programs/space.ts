// The program that answers: it says its addresses and lives as long as the one that started it.
import { openCannedSpace } from '../space/canned-space.ts';

const { url, distantUrl } = await openCannedSpace();
process.once('disconnect', () => {
  process.exit();
});
process.send?.({ url, distantUrl });

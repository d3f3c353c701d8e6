import { bufferedWire, queueWire, streamWire, type TransportName, type Wire } from '@hypotez/provider-testkit';

/** How each of the transports is spoken. */
export const wires: Readonly<Record<TransportName, Wire>> = { buffered: bufferedWire, stream: streamWire, queue: queueWire };

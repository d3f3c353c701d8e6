export { createCertificate, type CertificateOptions, type KeyAndCertificate } from './certificates/create-certificate.ts';

export type { Connection } from './server/connection.ts';
export { startFaultServer, type FaultServer, type FaultServerOptions } from './server/fault-server.ts';
export { formOf } from './server/form-of.ts';
export type { RecordedRequest } from './server/recorded-request.ts';
export type { Script, Step } from './server/step.ts';

export { answer, json } from './steps/answer.ts';
export { chunk, framed, lastChunk } from './steps/chunk.ts';
export { drip, type DripOptions } from './steps/drip.ts';
export { comment, event, eventStream, eventText } from './steps/event-stream.ts';
export { fin } from './steps/fin.ts';
export { flood } from './steps/flood.ts';
export { head, type HeaderFields } from './steps/head.ts';
export { hold } from './steps/hold.ts';
export { later } from './steps/later.ts';
export { pauseRead } from './steps/pause-read.ts';
export { repeatEvery } from './steps/repeat-every.ts';
export { rst } from './steps/rst.ts';
export { send } from './steps/send.ts';
export { tell } from './steps/tell.ts';
export { waitFor } from './steps/wait-for.ts';

export type { ConformanceCheck } from './conformance/conformance-check.ts';
export { conformanceChecks } from './conformance/conformance-checks.ts';
export { ConformanceError } from './conformance/conformance-error.ts';
export type { ConformanceScenario, ConformanceSubject, PluginEntry, PluginFactory } from './conformance/conformance-scenario.ts';
export { reasonsToSkip, type SkippedCheck } from './conformance/skipped-check.ts';

export type { RunOutcome } from './runs/outcome-of.ts';
export { runToEnd } from './runs/run-to-end.ts';

export { createBarrier, type Barrier } from './time/barrier.ts';
export { createFastClock } from './time/fast-clock.ts';
export { ManualClock } from './time/manual-clock.ts';

export { defineCases, type FaultRow } from './faults/define-cases.ts';
export type { AnswerContext, AnswerScript, CallerAct, Expectation, FaultCase, FaultPlace, FaultSetUp, FaultWithoutCase, FaultyPlugin } from './faults/fault-case.ts';
export { faultTable } from './faults/fault-table.ts';
export { faultsWithoutCase } from './faults/table/faults-without-case.ts';

export { EXAMPLE_PNG_BASE64, EXAMPLE_PNG_URL, examplePng } from './images/example-png.ts';

export { bufferedPlugin } from './providers/buffered-plugin.ts';
export type { ReferenceOptions } from './providers/reference-options.ts';
export { streamPlugin } from './providers/stream-plugin.ts';

export { bufferedWire } from './wires/buffered-wire.ts';
export { createQueueWire, queueEvents, queueMessage, queueWire, type QueueWireOptions } from './wires/queue-wire.ts';
export { requestsOf } from './wires/requests-of.ts';
export { respondBy } from './wires/respond-by.ts';
export { streamWire } from './wires/stream-wire.ts';
export type { RequestPart, ServiceWire } from './wires/service-wire.ts';
export type { TransportName, Wire, WireEvents } from './wires/wire.ts';

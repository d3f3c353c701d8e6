import type { Billed, Clock, ErrorCode, Limits, Timeouts } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import {
  createBarrier, createCertificate, createQueueWire, defineCases, drip, faultTable, faultsWithoutCase, head, queueWire, requestsOf, respondBy, startFaultServer, streamPlugin,
  type AnswerContext, type AnswerScript, type Barrier, type CallerAct, type CertificateOptions, type Connection, type DripOptions, type Expectation, type FaultCase, type FaultPlace,
  type FaultRow, type FaultServer, type FaultServerOptions, type FaultSetUp, type FaultWithoutCase, type FaultyPlugin, type HeaderFields, type KeyAndCertificate, type ManualClock,
  type QueueWireOptions, type RecordedRequest, type ReferenceOptions, type RequestPart, type Script, type Step, type TransportName, type Wire, type WireEvents,
} from '../index.ts';

describe('the fault server', () => {
  it('answers by a list of steps', () => {
    expectTypeOf(startFaultServer).toEqualTypeOf<(options?: FaultServerOptions) => Promise<FaultServer>>();
    expectTypeOf<FaultServer>().toExtend<AsyncDisposable>();
    expectTypeOf<NonNullable<FaultServerOptions['respond']>>().toEqualTypeOf<(request: RecordedRequest, server: FaultServer) => Script>();
    expectTypeOf<Script>().toEqualTypeOf<readonly Step[]>();
    expectTypeOf<Step>().parameter(0).toEqualTypeOf<Connection>();
    expectTypeOf(() => undefined).toExtend<Step>();
  });

  it('has steps for bytes at every speed', () => {
    expectTypeOf(drip).toEqualTypeOf<(bytes: string | Uint8Array, options?: DripOptions) => Step>();
    expectTypeOf(head).toEqualTypeOf<(status: number, headers?: HeaderFields) => Step>();
  });

  it('has certificates of its own making', () => {
    expectTypeOf(createCertificate).toEqualTypeOf<(options?: CertificateOptions) => KeyAndCertificate>();
    expectTypeOf<FaultServerOptions['certificate']>().toEqualTypeOf<KeyAndCertificate | undefined>();
  });

  it('waits for conditions, not for time', () => {
    expectTypeOf(createBarrier<number>()).toEqualTypeOf<Barrier<number>>();
    expectTypeOf<ManualClock>().toExtend<Clock>();
    expectTypeOf<ManualClock['advance']>().toEqualTypeOf<(milliseconds: number) => void>();
  });
});

describe('the fault table', () => {
  it('is data, with a reason for each fault that has no case', () => {
    expectTypeOf(faultTable).toEqualTypeOf<readonly FaultCase[]>();
    expectTypeOf(faultsWithoutCase).toEqualTypeOf<readonly FaultWithoutCase[]>();
    expectTypeOf(defineCases).toEqualTypeOf<(row: FaultRow) => readonly FaultCase[]>();
    expectTypeOf<FaultCase['transport']>().toEqualTypeOf<TransportName>();
  });

  it('sets up what goes wrong', () => {
    expectTypeOf<FaultSetUp['place']>().toEqualTypeOf<FaultPlace | undefined>();
    expectTypeOf<FaultSetUp['act']>().toEqualTypeOf<CallerAct | undefined>();
    expectTypeOf<FaultSetUp['plugin']>().toEqualTypeOf<FaultyPlugin | undefined>();
    expectTypeOf<FaultSetUp['timeouts']>().toEqualTypeOf<Partial<Timeouts> | undefined>();
    expectTypeOf<FaultSetUp['limits']>().toEqualTypeOf<Partial<Limits> | undefined>();
    expectTypeOf<AnswerScript>().toEqualTypeOf<(context: AnswerContext) => Script>();
  });

  it('expects an end, and says what it may have cost', () => {
    expectTypeOf<Expectation['code']>().toEqualTypeOf<ErrorCode | 'success' | 'left'>();
    expectTypeOf<Expectation['billed']>().toEqualTypeOf<Billed | undefined>();
    expectTypeOf<Expectation['filesLeft']>().toEqualTypeOf<0>();
  });
});

describe('wires', () => {
  it('know the parts of a job on a protocol', () => {
    expectTypeOf(queueWire).toExtend<Wire>();
    expectTypeOf(createQueueWire).returns.toEqualTypeOf<Wire>();
    expectTypeOf(createQueueWire).parameter(0).toEqualTypeOf<QueueWireOptions | undefined>();
    expectTypeOf<Wire['events']>().toEqualTypeOf<WireEvents | undefined>();
    expectTypeOf<RequestPart>().toEqualTypeOf<'preparation' | 'start' | 'stream' | 'image' | 'cancel'>();
    expectTypeOf(respondBy).returns.toEqualTypeOf<NonNullable<FaultServerOptions['respond']>>();
    expectTypeOf(requestsOf).returns.toEqualTypeOf<readonly RecordedRequest[]>();
  });

  it('have providers that speak them', () => {
    expectTypeOf(streamPlugin).parameter(0).toEqualTypeOf<ReferenceOptions>();
  });
});

import { hasBrand, MARK } from './error-brand.ts';
import type { Billed, ErrorCode } from './error-code.ts';

/** What every error of the tree may be told when it is made. */
export interface ProviderErrorOptions {
  /** Whether the same request may succeed later without any change. Default: the class's own rule. */
  readonly retryable?: boolean | undefined;
  /** Whether the work may have been charged. Default: the class's own rule, which is `no` unless it says otherwise. */
  readonly billed?: Billed | undefined;
  /** Milliseconds to wait before another try, when the provider named them. */
  readonly retryAfterMs?: number | undefined;
  /** Id of the provider in whose run it happened; the base class of providers fills it in. */
  readonly provider?: string | undefined;
  /** What led to this error; only errors made of plain text belong here, see `describeCause`. */
  readonly cause?: unknown;
}

/**
 * The base of every error that this framework throws. A subclass is its `brand`, and what of its rules differs.
 *
 * `instanceof` also accepts errors thrown by another installed copy of this package. An error holds primitives only:
 * no request, no response, no options, so that printing it at any depth shows no credential and no prompt.
 */
export class ProviderError extends Error {
  /** Identity of the class across installed copies; a subclass without its own is told apart by prototype only. */
  static readonly brand: string = 'ProviderError';
  /** The code of the class's errors. */
  static readonly code: ErrorCode = 'plugin';
  /** Whether the class's errors may pass by themselves. */
  static readonly retryable: boolean = false;
  /** What the class's errors may have cost. */
  static readonly billed: Billed = 'no';
  static readonly [MARK] = true;

  /** The reason, from a closed list. */
  readonly code: ErrorCode;
  /** Whether the same request may succeed later without any change. */
  readonly retryable: boolean;
  /** Whether the work may have been charged. */
  readonly billed: Billed;
  /** Milliseconds to wait before another try, when the provider named them. */
  declare readonly retryAfterMs?: number;
  /** Id of the provider in whose run it happened. */
  declare provider?: string;

  constructor(message: string, options: ProviderErrorOptions = {}) {
    const { code, brand, retryable, billed, name } = new.target;
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    // Not the class's own name where there is a brand: bundlers shorten that.
    this.name = Object.hasOwn(new.target, 'brand') ? brand.slice(brand.lastIndexOf('/') + 1) : name;
    this.code = code;
    this.retryable = options.retryable ?? retryable;
    this.billed = options.billed ?? billed;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    if (options.provider !== undefined) this.provider = options.provider;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const isPrototype = Function.prototype[Symbol.hasInstance].call(this, value);
    // An inherited brand would make a subclass without one match all of its parent's instances.
    return isPrototype || (Object.hasOwn(this, 'brand') && hasBrand(value, this.brand));
  }
}

export { AbortedError } from './errors/aborted-error.ts';
export { AllProvidersFailedError, type FailedAttempt } from './errors/all-providers-failed-error.ts';
export { AuthenticationError } from './errors/authentication-error.ts';
export { BadImageError } from './errors/bad-image-error.ts';
export { ConfigurationError } from './errors/configuration-error.ts';
export { describeCause } from './errors/describe-cause.ts';
export type { Billed, ErrorCode } from './errors/error-code.ts';
export { InvalidRequestError } from './errors/invalid-request-error.ts';
export { JobCancelledError } from './errors/job-cancelled-error.ts';
export { JobLostError } from './errors/job-lost-error.ts';
export { MissingImagesError, type MissingImage } from './errors/missing-images-error.ts';
export { ModelNotFoundError } from './errors/model-not-found-error.ts';
export { ModerationError } from './errors/moderation-error.ts';
export { NetworkError } from './errors/network-error.ts';
export { NotFoundError } from './errors/not-found-error.ts';
export { PluginError } from './errors/plugin-error.ts';
export { ProtocolError } from './errors/protocol-error.ts';
export { ProviderError, type ProviderErrorOptions } from './errors/provider-error.ts';
export { ProxyError } from './errors/proxy-error.ts';
export { QuotaExceededError, type QuotaExceededErrorOptions } from './errors/quota-exceeded-error.ts';
export { RateLimitError } from './errors/rate-limit-error.ts';
export { RejectedError } from './errors/rejected-error.ts';
export { sealError, type Seal } from './errors/seal-error.ts';
export { requestProblem, type RequestProblem } from './errors/request-problem.ts';
export { ResponseError, type ResponseErrorOptions } from './errors/response-error.ts';
export { ResponseParseError } from './errors/response-parse-error.ts';
export { StreamEndedError } from './errors/stream-ended-error.ts';
export { TimeoutError, type TimeoutPhase } from './errors/timeout-error.ts';
export { TooLargeError } from './errors/too-large-error.ts';
export { UnavailableError } from './errors/unavailable-error.ts';
export { UnsupportedOptionError } from './errors/unsupported-option-error.ts';
export { UnsafeUrlError } from './errors/unsafe-url-error.ts';

export type { AsyncResult, ImageEvent, PluginEvent, PluginProgress } from './events/image-event.ts';
export { ImagePreview } from './events/image-preview.ts';
export { ImageProgress, type ImageProgressInit } from './events/image-progress.ts';
export { ImageResponse, type ImageResponseInit } from './events/image-response.ts';
export type { Download, DownloadOptions, ImageResult, ImageResultInit } from './events/image-result.ts';
export type { ImageUsage } from './events/image-usage.ts';

export { requireServiceOptions, isServiceAddress, type HttpServiceOptions } from './http-service/http-service-options.ts';
export { HttpServiceProvider, type HttpService, type HttpServiceRequest } from './http-service/http-service-provider.ts';
export { requireOption } from './http-service/require-option.ts';

export type { ImageSource } from './images/download-image.ts';
export { imageDataUrl } from './images/image-data-url.ts';
export { imageDownload } from './images/image-download.ts';
export type { ImageFile } from './images/image-file.ts';

export type { ImageInput } from './input/image-input.ts';

export { parseJson } from './json/parse-json.ts';
export { propertyOf } from './json/property-of.ts';

export { formatImagePrompt } from './messages/format-image-prompt.ts';
export type { ImageUrlPart, Message, MessagePart, Messages, TextPart } from './messages/messages.ts';

export { AsyncGeneratorProvider, type ProviderSettings } from './provider/async-generator-provider.ts';
export type { Capabilities } from './provider/capabilities.ts';
export { createProviderContext, type ProviderContextOptions } from './provider/create-provider-context.ts';
export type { Generation } from './provider/generation.ts';
export { defineCatalog, type CompleteModel, type ModelCatalog, type ModelDescription, type ModelLimits } from './provider/model-catalog.ts';
export type { ProviderContext } from './provider/provider-context.ts';
export { ProviderModelMixin, type ModelAware } from './provider/provider-model-mixin.ts';
export { definePlugin, type ProviderPlugin } from './provider/provider-plugin.ts';

export type { DependencyContainer } from './registry/container.ts';
export { createRegistry } from './registry/create-registry.ts';
export type { Candidate, NamesOf, ProviderOf, RegisteredModel, Registry, RegistryOptions } from './registry/registry.ts';
export { CLOCK, ENVIRONMENT, HTTP, LOGGER, RANDOM } from './registry/service-tokens.ts';

export type { CallSlots } from './resilience/call-slots.ts';
export type { FailOverRules } from './resilience/may-fail-over.ts';
export type { Rate } from './resilience/rate.ts';

export type { GenerationBounds, GenerationDefaults, NumberRange } from './request/generation-limits.ts';
export type { ImageRequest } from './request/image-request.ts';

export { systemClock, type Clock } from './services/clock.ts';
export { systemEnvironment, type Environment } from './services/environment.ts';
export { loadLate } from './services/load-late.ts';
export { linkAbort, type LinkedAbort } from './services/link-abort.ts';
export { silentLogger, type LogFields, type Logger } from './services/logger.ts';
export { systemRandom, type Random } from './services/random.ts';
export { startDeadline, type Deadline } from './services/start-deadline.ts';
export { DEFAULT_TIMEOUTS, type Timeouts } from './services/timeouts.ts';
export { wait } from './services/wait.ts';

export { ASPECT_RATIOS, parseAspectRatio, type AspectRatio } from './sizes/aspect-ratio.ts';
export type { ImageSize, SizeBounds } from './sizes/size-bounds.ts';
export type { FixedSizes, RatioSizes, SizeRule } from './sizes/size-rule.ts';
export { useAspectRatio, type PartialSize } from './sizes/use-aspect-ratio.ts';

export { cleanText } from './text/clean-text.ts';
export { createRedactor, redact, type Redactor } from './text/redact.ts';

export { createHttp, type HttpOptions } from './transport/create-http.ts';
export { Credential } from './transport/credential.ts';
export { DEFAULT_LIMITS, type Limits } from './transport/limits.ts';
export { readErrorBody } from './transport/read-error-body.ts';
export { serverMessage } from './transport/server-message.ts';
export type { BodyChunks, EventStream, EventStreamLimits, Http, HttpRequest, HttpResponse } from './transport/http.ts';
export type { ServerSentEvent } from './transport/server-sent-event.ts';
export { statusError, throwForStatus, type StatusErrorOptions } from './transport/status-error.ts';

import type { PythonValue } from '../protocol/python-value.ts';
import type { GradioVersion } from './gradio-versions.ts';

/** Everything that one release of Gradio does differently from others, as data. Seen at real servers. */
export interface GradioRelease {
  /** The `version` of `/config`. */
  readonly version: GradioVersion;
  /** Path before every API route. */
  readonly apiPrefix: '' | '/gradio_api';
  /** Whether a Space on a local address trusts pages without an origin, such as files. */
  readonly trustsNullOrigin: boolean;
  readonly queue: QueueFacts;
  readonly streams: StreamFacts;
  readonly errors: ErrorFacts;
  readonly inputs: InputFacts;
  readonly files: FileFacts;
  readonly description: DescriptionFacts;
}

/** How jobs wait and are cancelled. */
export interface QueueFacts {
  /** How often the queue looks for jobs that it can start, milliseconds. */
  readonly lookMs: number;
  /** Pause between two progress messages of one job, milliseconds; updates in between overwrite each other. */
  readonly progressMs: number;
  /** Whether `/cancel` takes a waiting job out of the line; else it runs later. */
  readonly cancelRemovesWaiting: boolean;
  /** Whether a reader who leaves makes the server forget the waiting jobs of the session; else they count as open. */
  readonly leavingForgetsWaiting: boolean;
  /** Whether there is `POST /call/v2/<api>`, with inputs by name. */
  readonly callsByName: boolean;
}

/** What streams say. */
export interface StreamFacts {
  /** Text of the error for a session that the server does not know. */
  readonly unknownSession: string;
  /** Whether that error carries `session_not_found`. */
  readonly marksUnknownSession: boolean;
  /** Whether a second answer to one event cuts the stream with the `KeyError` of the server's bookkeeping; else it is
   * passed on. */
  readonly cutsAtSecondAnswer: boolean;
  /** Whether `GET /call/<api>/<event_id>` finds the job of a caller's own session; else the id is taken as a session. */
  readonly findsSessionOfEvent: boolean;
  /** Whether that route says why a job failed; else its error is always `null`. */
  readonly callSaysWhy: boolean;
  /** Whether log lines, results and errors carry a `title`. */
  readonly titles: boolean;
  /** Whether `process_generating` carries a `time_limit`. */
  readonly timeLimit: boolean;
  /** Whether results tell of the cache: `used_cache`, `cache_duration`, `avg_time`. */
  readonly cacheUse: boolean;
  /** Whether the index of a deleted list member counts the deletions before it, in differences. */
  readonly shiftsDeletions: boolean;
}

/** How failures are worded. */
export interface ErrorFacts {
  /** Whether the text of an error for the caller is its Python `repr`, in quotes. */
  readonly quotesMessage: boolean;
  /** Whether an exception that is shown because of `show_error` carries `visible`. */
  readonly marksShownException: boolean;
  /** Whether a 500 is the whole Python traceback; else `Internal Server Error`. */
  readonly showsTraceback: boolean;
  /** The `detail` of a 401. */
  readonly notAuthenticated: PythonValue;
}

/** What is done to inputs before the function sees them. */
export interface InputFacts {
  /** Whether a value beyond the bounds of a slider, or no number at all, is refused. */
  readonly checksSliders: boolean;
  /** Whether an exception over an input tells of the input, where exceptions are shown. */
  readonly explainsExceptions: boolean;
  /** Whether a body is only read as JSON when its type says so. */
  readonly needsJsonType: boolean;
}

/** How files are handed out and taken in. */
export interface FileFacts {
  /** Whether file URLs are made by cutting the length of `/queue/join` off the request URL, whatever that URL is. */
  readonly cutsRootByQueueJoin: boolean;
  /** Whether `X-Gradio-Server` sets the root of file URLs. */
  readonly trustsGradioServer: boolean;
  /** Whether `/file=<URL>` leads to the URL by 302; else the server fetches it, unless its address is private. */
  readonly redirectsLinks: boolean;
  /** Whether an unknown path in the folder of served files is a 404; else it is a 403 like any other. */
  readonly saysNotFound: boolean;
  /** Unit in the `Content-Range` of a 416. */
  readonly rangeUnit: '' | 'bytes ';
  /** Whether a gallery guesses the media type of a URL. */
  readonly guessesLinkType: boolean;
  /** How file names of uploads are cleaned. */
  readonly uploadNames: 'letters' | 'letters-before-extension' | 'all-but-dangerous';
  /** What a multipart body without parts gets. */
  readonly emptyUpload: 'error' | 'list';
  /** Largest upload whose size is not looked at, bytes: what is still in Python's write buffer counts as nothing. */
  readonly unnoticedUpload: number;
  /** Python module that reads multipart bodies, as tracebacks name it. */
  readonly multipartModule: 'multipart' | 'python_multipart';
  /** What a body that is no multipart gets. */
  readonly brokenUpload: 'error' | 'refusal';
  /** Whether the redirect after a needless login names the whole root URL; else `/`. */
  readonly redirectsToRoot: boolean;
}

/** Values under the keys of a JSON object, in order. `undefined` marks what the described thing itself says. */
export type Template = Readonly<Record<string, PythonValue | undefined>>;

/** The types of component that a template is needed for. */
export type DescribedType = 'textbox' | 'slider' | 'checkbox' | 'number' | 'image' | 'gallery' | 'button' | 'form';

/** The shapes of `/config` and `/info`. */
export interface DescriptionFacts {
  /** The whole of `/config`. */
  readonly config: Template;
  /** The `props` of each type of component. */
  readonly properties: Readonly<Record<DescribedType, Template>>;
  /** One entry of `dependencies`. */
  readonly dependency: Template;
  /** Hash in the `component_class_id` of a component. */
  readonly classIdHash: 'md5' | 'sha256';
  /** Whether a component repeats its schema as input and as output. */
  readonly repeatsSchema: boolean;
  /** What `/info` says of a function besides its parameters and returns. */
  readonly endpoint: Template;
  /** Whether `/info` describes the bounds of a slider with its Python type too, among the parameters. */
  readonly describesPythonType: boolean;
  readonly imageSchema: PythonValue;
  readonly imagePythonType: string;
  readonly gallerySchema: PythonValue;
  readonly galleryPythonType: string;
}

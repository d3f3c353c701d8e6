import type { GradioRelease } from './gradio-release.ts';
import { config612 } from './description/config-templates.ts';
import { dependency6 } from './description/dependency-templates.ts';
import { gallerySchema } from './description/gallery-schemas.ts';
import { imageSchema6 } from './description/image-schemas.ts';
import { properties612 } from './description/properties-6-12.ts';

/** Gradio 6.12.0. */
export const gradio612: GradioRelease = {
  version: '6.12.0',
  apiPrefix: '/gradio_api',
  trustsNullOrigin: false,
  queue: {
    lookMs: 1,
    progressMs: 10,
    cancelRemovesWaiting: false,
    leavingForgetsWaiting: true,
    callsByName: false,
  },
  streams: {
    unknownSession: '404: Not Found',
    marksUnknownSession: true,
    cutsAtSecondAnswer: false,
    findsSessionOfEvent: false,
    callSaysWhy: false,
    titles: true,
    timeLimit: true,
    cacheUse: true,
    shiftsDeletions: true,
  },
  errors: {
    quotesMessage: false,
    marksShownException: true,
    showsTraceback: false,
    notAuthenticated: { error: 'Not authenticated', auth_message: null },
  },
  inputs: { checksSliders: true, explainsExceptions: false, needsJsonType: true },
  files: {
    cutsRootByQueueJoin: false,
    trustsGradioServer: true,
    redirectsLinks: true,
    saysNotFound: false,
    rangeUnit: 'bytes ',
    guessesLinkType: true,
    uploadNames: 'all-but-dangerous',
    emptyUpload: 'list',
    unnoticedUpload: 0,
    multipartModule: 'python_multipart',
    brokenUpload: 'error',
    redirectsToRoot: true,
  },
  description: {
    config: config612,
    properties: properties612,
    dependency: dependency6,
    classIdHash: 'sha256',
    repeatsSchema: true,
    endpoint: { api_visibility: 'public', description: '' },
    describesPythonType: false,
    imageSchema: imageSchema6,
    imagePythonType: 'filepath',
    gallerySchema: gallerySchema(6),
    galleryPythonType: 'list[dict(image: filepath, caption: str | None) | dict(video: filepath, caption: str | None)]',
  },
};

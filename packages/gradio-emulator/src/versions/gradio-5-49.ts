import type { GradioRelease } from './gradio-release.ts';
import { config549 } from './description/config-templates.ts';
import { dependency549 } from './description/dependency-templates.ts';
import { gallerySchema } from './description/gallery-schemas.ts';
import { imagePythonType, imageSchema549 } from './description/image-schemas.ts';
import { properties549 } from './description/properties-5-49.ts';

/** Gradio 5.49.1. */
export const gradio549: GradioRelease = {
  version: '5.49.1',
  apiPrefix: '/gradio_api',
  trustsNullOrigin: false,
  queue: {
    lookMs: 50,
    progressMs: 100,
    cancelRemovesWaiting: false,
    leavingForgetsWaiting: false,
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
    cacheUse: false,
    shiftsDeletions: true,
  },
  errors: {
    quotesMessage: false,
    marksShownException: false,
    showsTraceback: true,
    notAuthenticated: { error: 'Not authenticated', auth_message: null },
  },
  inputs: { checksSliders: true, explainsExceptions: false, needsJsonType: false },
  files: {
    cutsRootByQueueJoin: false,
    trustsGradioServer: false,
    redirectsLinks: true,
    saysNotFound: false,
    rangeUnit: '',
    guessesLinkType: true,
    uploadNames: 'letters-before-extension',
    emptyUpload: 'list',
    unnoticedUpload: 0,
    multipartModule: 'python_multipart',
    brokenUpload: 'error',
    redirectsToRoot: true,
  },
  description: {
    config: config549,
    properties: properties549,
    dependency: dependency549,
    classIdHash: 'sha256',
    repeatsSchema: true,
    endpoint: { show_api: true, description: '' },
    describesPythonType: false,
    imageSchema: imageSchema549,
    imagePythonType: imagePythonType('dict', 'dict(str, Any)'),
    gallerySchema: gallerySchema(5),
    galleryPythonType: `list[dict(image: ${imagePythonType('dict', 'dict(str, Any)')}, caption: str | None) | dict(video: filepath, caption: str | None)]`,
  },
};

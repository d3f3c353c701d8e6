import type { GradioRelease } from './gradio-release.ts';
import { config4 } from './description/config-templates.ts';
import { dependency4 } from './description/dependency-templates.ts';
import { gallerySchema4 } from './description/gallery-schemas.ts';
import { imageSchema4 } from './description/image-schemas.ts';
import { properties4 } from './description/properties-4.ts';

/** Gradio 4.44.1. */
export const gradio4: GradioRelease = {
  version: '4.44.1',
  apiPrefix: '',
  trustsNullOrigin: true,
  queue: {
    lookMs: 50,
    progressMs: 100,
    cancelRemovesWaiting: false,
    leavingForgetsWaiting: false,
    callsByName: false,
  },
  streams: {
    unknownSession: '404: Session not found.',
    marksUnknownSession: false,
    cutsAtSecondAnswer: true,
    findsSessionOfEvent: false,
    callSaysWhy: false,
    titles: false,
    timeLimit: false,
    cacheUse: false,
    shiftsDeletions: false,
  },
  errors: {
    quotesMessage: true,
    marksShownException: false,
    showsTraceback: false,
    notAuthenticated: 'Not authenticated',
  },
  inputs: { checksSliders: false, explainsExceptions: false, needsJsonType: false },
  files: {
    cutsRootByQueueJoin: true,
    trustsGradioServer: false,
    redirectsLinks: true,
    saysNotFound: true,
    rangeUnit: '',
    guessesLinkType: false,
    uploadNames: 'letters',
    emptyUpload: 'error',
    unnoticedUpload: 8192,
    multipartModule: 'multipart',
    brokenUpload: 'error',
    redirectsToRoot: false,
  },
  description: {
    config: config4,
    properties: properties4,
    dependency: dependency4,
    classIdHash: 'md5',
    repeatsSchema: false,
    endpoint: { show_api: true },
    describesPythonType: true,
    imageSchema: imageSchema4,
    imagePythonType: 'filepath',
    gallerySchema: gallerySchema4,
    galleryPythonType: 'List[Dict(image: filepath, caption: str | None)]',
  },
};

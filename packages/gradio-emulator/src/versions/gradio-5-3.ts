import type { GradioRelease } from './gradio-release.ts';
import { config53 } from './description/config-templates.ts';
import { dependency53 } from './description/dependency-templates.ts';
import { gallerySchema53 } from './description/gallery-schemas.ts';
import { imagePythonType, imageSchema53 } from './description/image-schemas.ts';
import { properties53 } from './description/properties-5-3.ts';

/** Gradio 5.3.0. */
export const gradio53: GradioRelease = {
  version: '5.3.0',
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
    unknownSession: '404: Session not found.',
    marksUnknownSession: false,
    cutsAtSecondAnswer: true,
    findsSessionOfEvent: false,
    callSaysWhy: false,
    titles: true,
    timeLimit: true,
    cacheUse: false,
    shiftsDeletions: false,
  },
  errors: {
    quotesMessage: false,
    marksShownException: false,
    showsTraceback: true,
    notAuthenticated: 'Not authenticated',
  },
  inputs: { checksSliders: false, explainsExceptions: false, needsJsonType: false },
  files: {
    cutsRootByQueueJoin: true,
    trustsGradioServer: false,
    redirectsLinks: true,
    saysNotFound: false,
    rangeUnit: '',
    guessesLinkType: true,
    uploadNames: 'letters',
    emptyUpload: 'error',
    unnoticedUpload: 8192,
    multipartModule: 'multipart',
    brokenUpload: 'error',
    redirectsToRoot: false,
  },
  description: {
    config: config53,
    properties: properties53,
    dependency: dependency53,
    classIdHash: 'md5',
    repeatsSchema: true,
    endpoint: { show_api: true },
    describesPythonType: false,
    imageSchema: imageSchema53,
    imagePythonType: imagePythonType('Dict', 'Dict()'),
    gallerySchema: gallerySchema53,
    galleryPythonType: 'List[Dict(image: filepath, caption: str | None) | Dict(video: filepath, caption: str | None)]',
  },
};

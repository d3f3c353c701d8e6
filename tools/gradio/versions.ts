/** The Gradio releases the tests run against, oldest first. */
export const gradioVersions = ['4.44.1', '5.3.0', '5.49.1', '6.12.0', '6.25.0', '6.31.0'] as const;

/** One of {@link gradioVersions}. */
export type GradioVersion = (typeof gradioVersions)[number];

/**
 * What a server of autumn 2024 ran on. Later packages break these Gradios: huggingface_hub 1.0
 * dropped a name they import, and with pydantic 2.14 their page answers 500, so that `launch()`
 * gives up.
 */
const autumn2024 = [
  'anyio==4.6.2.post1',
  'fastapi==0.115.2',
  'httpx==0.27.2',
  'huggingface-hub==0.26.0',
  'jinja2==3.1.4',
  'numpy==2.1.2',
  'orjson==3.10.7',
  'pandas==2.2.3',
  'pillow==10.4.0',
  'pydantic==2.9.2',
  'python-multipart==0.0.12',
  'starlette==0.40.0',
  'uvicorn==0.32.0',
  'websockets==12.0',
] as const;

/**
 * The pip requirements of each version: Gradio itself and every package that shapes what it
 * sends or that broke it once, each of the same season as the Gradio. The rest is left to pip.
 */
export const requirements: Readonly<Record<GradioVersion, readonly string[]>> = {
  '4.44.1': ['gradio==4.44.1', 'gradio-client==1.3.0', ...autumn2024],
  '5.3.0': ['gradio==5.3.0', 'gradio-client==1.4.2', ...autumn2024],
  '5.49.1': [
    'gradio==5.49.1',
    'gradio-client==1.13.3',
    'anyio==4.11.0',
    'fastapi==0.119.0',
    'httpx==0.28.1',
    'huggingface-hub==0.35.3',
    'jinja2==3.1.6',
    'numpy==2.2.6',
    'orjson==3.11.3',
    'pandas==2.3.3',
    'pillow==11.3.0',
    'pydantic==2.11.10',
    'python-multipart==0.0.20',
    'starlette==0.48.0',
    'uvicorn==0.37.0',
    'websockets==15.0.1',
  ],
  '6.12.0': [
    'gradio==6.12.0',
    'gradio-client==2.4.1',
    'anyio==4.13.0',
    'fastapi==0.135.3',
    'httpx==0.28.1',
    'huggingface-hub==1.10.1',
    'jinja2==3.1.6',
    'numpy==2.2.6',
    'orjson==3.11.8',
    'pandas==2.3.3',
    'pillow==12.2.0',
    'pydantic==2.12.5',
    'python-multipart==0.0.26',
    'starlette==1.0.0',
    'uvicorn==0.44.0',
  ],
  '6.25.0': [
    'gradio==6.25.0',
    'gradio-client==2.6.0',
    'anyio==4.14.2',
    'fastapi==0.141.1',
    'httpx==0.28.1',
    'huggingface-hub==1.28.0',
    'jinja2==3.1.6',
    'numpy==2.2.6',
    'orjson==3.12.0',
    'pandas==2.3.3',
    'pillow==12.3.0',
    'pydantic==2.13.4',
    'python-multipart==0.0.32',
    'starlette==1.6.0',
    'uvicorn==0.52.4',
  ],
  '6.31.0': [
    'gradio==6.31.0',
    'gradio-client==2.7.2',
    'anyio==4.16.0',
    'fastapi==0.165.0',
    'httpx==0.28.1',
    'huggingface-hub==2.4.0',
    'jinja2==3.1.6',
    'numpy==2.2.6',
    'orjson==3.13.0',
    'pandas==2.3.3',
    'pillow==12.3.0',
    'pydantic==2.14.3',
    'python-multipart==0.0.34',
    'starlette==1.10.0',
    'uvicorn==0.54.0',
  ],
};

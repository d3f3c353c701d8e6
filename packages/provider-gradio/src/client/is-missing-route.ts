/** Gradio's own answer to an unknown route; a page in HTML comes from before the Space, and means another thing. */
export function isMissingRoute(status: number, body: string): boolean {
  return status === 405 || (status === 404 && /"detail"\s*:\s*"Not Found"/u.test(body));
}

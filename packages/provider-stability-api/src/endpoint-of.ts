/** The last part of the path under which the service paints with a model. */
export function endpointOf(model: string): 'core' | 'ultra' | 'sd3' {
  return model === 'core' || model === 'ultra' ? model : 'sd3';
}

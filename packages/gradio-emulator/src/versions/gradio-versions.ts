/** The Gradio releases that the emulator can be, oldest first. */
export const gradioVersions = ['4.44.1', '5.3.0', '5.49.1', '6.12.0', '6.25.0'] as const;

/** One of {@link gradioVersions}. */
export type GradioVersion = (typeof gradioVersions)[number];

/** The release of a Space that names none. Copies of the Stable Diffusion 3.5 Space pin it. */
export const defaultGradioVersion: GradioVersion = '5.3.0';

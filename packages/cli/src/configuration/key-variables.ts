/** Variables that hold a token or a key of the plugins that come with the command. */
export const KEY_VARIABLES: readonly string[] = ['HF_TOKEN', 'STABILITY_API_KEY', 'OPENAI_API_KEY'];

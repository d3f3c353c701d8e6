/** Gradio's word for a file that lies on the server of a Space. */
export interface FileData {
  /** Path on that server. */
  readonly path: string;
  readonly orig_name: string;
  readonly mime_type: string;
  /** Size in bytes. */
  readonly size: number;
  /** Gradio from 5 on knows a file by this. */
  readonly meta: { readonly _type: 'gradio.FileData' };
}

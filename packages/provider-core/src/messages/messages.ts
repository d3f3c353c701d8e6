/** Text inside a message. */
export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** An image inside a message, by URL; formatting a prompt passes over it. */
export interface ImageUrlPart {
  readonly type: 'image_url';
  readonly image_url: { readonly url: string; readonly detail?: 'auto' | 'low' | 'high' | undefined };
}

/** One piece of a message that has several. */
export type MessagePart = TextPart | ImageUrlPart;

/** A chat message, in the shape that OpenAI's API made common. */
export interface Message {
  /** Who speaks; only `user` messages make a prompt. */
  readonly role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  readonly content: string | readonly MessagePart[];
  /** Name of the speaker; not used for prompts. */
  readonly name?: string | undefined;
}

/** A conversation, oldest message first. */
export type Messages = readonly Message[];

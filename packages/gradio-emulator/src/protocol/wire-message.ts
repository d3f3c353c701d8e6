import type { StreamFacts } from '../versions/gradio-release.ts';
import type { PythonValue } from './python-value.ts';
import type { CompletedMessage, ServerMessage } from './server-message.ts';

/** What one release says of a message: members that it does not know are left out. */
export function wireMessage(message: ServerMessage, streams: StreamFacts): PythonValue {
  switch (message.msg) {
    case 'log':
      return { ...message, title: streams.titles ? message.title : undefined };
    case 'process_generating': {
      const time_limit = streams.timeLimit ? message.time_limit : undefined;
      return { ...message, output: wireOutput(message.output, streams), time_limit };
    }
    case 'process_completed':
      return completed(message, streams);
    case 'unexpected_error':
      return { ...message, session_not_found: streams.marksUnknownSession ? message.session_not_found : undefined };
    default:
      return message;
  }
}

function completed(message: CompletedMessage, streams: StreamFacts): PythonValue {
  const { msg, event_id, success, title, used_cache, cache_duration, avg_time } = message;
  const output = wireOutput(message.output, streams);
  const told = streams.titles ? { msg, event_id, output, success, title } : { msg, event_id, output, success };
  return streams.cacheUse ? { ...told, used_cache, cache_duration, avg_time } : told;
}

/** The `output` of a message, or the whole answer of `/run`: a result also says whether it came from a cache. */
function wireOutput(output: Readonly<Record<string, PythonValue>>, streams: StreamFacts): PythonValue {
  return streams.cacheUse && 'data' in output ? { ...output, used_cache: null } : output;
}

import { configView } from '../config-view.ts';
import { withoutOmissions } from '../omissions.ts';
import type { Scenario } from '../scenario.ts';

/** What a Space says about itself. */
export const descriptions: readonly Scenario[] = [
  { name: 'the configuration', play: (visitor) => visitor.send('GET', '/config', { view: configView }) },
  { name: 'the configuration where errors are shown', kind: 'show-errors', play: (visitor) => visitor.send('GET', '/config', { view: configView }) },
  { name: 'the configuration where uploads are limited', kind: 'full', play: (visitor) => visitor.send('GET', '/config', { view: configView }) },
  { name: 'the configuration with a slash at the end', play: (visitor) => visitor.send('GET', '/config/', { view: configView }) },
  { name: 'the description', play: (visitor) => visitor.send('GET', `${visitor.prefix}/info`, { view: withoutOmissions }) },
  { name: 'the description with a slash at the end', play: (visitor) => visitor.send('GET', `${visitor.prefix}/info/`, { view: withoutOmissions }) },
  { name: 'the description of everything', play: (visitor) => visitor.send('GET', `${visitor.prefix}/info?all_endpoints=true`, { view: withoutOmissions }) },
  { name: 'the head of the page', play: (visitor) => visitor.send('HEAD', '/') },
];

import { describeRealGradio } from './describe-real-gradio.ts';

describeRealGradio('4.44.1');

import { describeRealGradio } from './describe-real-gradio.ts';

describeRealGradio('5.3.0');

import { describeRealGradio } from './describe-real-gradio.ts';

describeRealGradio('6.25.0');

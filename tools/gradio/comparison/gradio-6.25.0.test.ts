import { describeComparison } from './describe-comparison.ts';

describeComparison('6.25.0');

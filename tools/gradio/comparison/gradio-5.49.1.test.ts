import { describeComparison } from './describe-comparison.ts';

describeComparison('5.49.1');

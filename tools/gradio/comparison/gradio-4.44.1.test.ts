import { describeComparison } from './describe-comparison.ts';

describeComparison('4.44.1');

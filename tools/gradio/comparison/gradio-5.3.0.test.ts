import { describeComparison } from './describe-comparison.ts';

describeComparison('5.3.0');

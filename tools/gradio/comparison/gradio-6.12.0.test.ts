import { describeComparison } from './describe-comparison.ts';

describeComparison('6.12.0');

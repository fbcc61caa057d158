import { describeStorm } from './describe-storm.ts';

describeStorm('google');

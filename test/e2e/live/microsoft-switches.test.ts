import { describeEachSwitch } from './each-switch.ts';

describeEachSwitch('microsoft');

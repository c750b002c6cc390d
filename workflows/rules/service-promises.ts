import { type Text, text } from '../text.ts';

/** A promise the house makes by itself; no law sets it, and pages show it as such. */
export interface ServicePromise {
  readonly label: Text;
  readonly amount: number;
  readonly unit: 'workingDay';
  readonly source: Text;
}

/** Within how long somebody who asked to be called is called. */
export const callBack: ServicePromise = {
  label: text('最迟回电日期', 'Called back by'),
  amount: 1,
  unit: 'workingDay',
  source: text('本系统的服务约定，不是法定期限', 'A promise of this service; no law sets it'),
};

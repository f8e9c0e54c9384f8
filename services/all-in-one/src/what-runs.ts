export { warmUp } from '@personate/conversation';
export { renderBanner } from './banner.ts';
export { chooseExample } from './choose-example.ts';
export { startAllInOne } from './start-all-in-one.ts';

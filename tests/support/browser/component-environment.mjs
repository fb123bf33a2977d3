import { TestEnvironment } from 'jest-environment-jsdom';
import { shareModules } from '../program-environment.mjs';

/** Jest's environment with a DOM, in which components may load the domain as other tests do. */
export default class ComponentEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    shareModules(this.global);
  }
}

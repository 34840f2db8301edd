export { seeded } from '../../src/demo/seeded.ts';

export { openTestCluster, type TestCluster, type TestClusterOptions } from './open-test-cluster.ts';

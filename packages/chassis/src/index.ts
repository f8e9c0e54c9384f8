export { adminKey } from './admin-key.ts';
export { announceServer } from './announce-server.ts';
export { checkHealth, type HealthChecks, type HealthResults } from './check-health.ts';
export { renderConfigurationDoc, renderEnvExample } from './describe-settings.ts';
export { explain } from './explain.ts';
export { openHealthServer } from './health-server.ts';
export { openLogger, type Logger } from './logger.ts';
export {
  readConfig,
  type Config,
  type EmbeddingEndpoint,
  type UploadsBucket,
} from './read-config.ts';
export { runService, type ServiceGround } from './run-service.ts';
export { reachableModel } from './setting-problems.ts';
export { settings, type Setting, type SettingName } from './settings.ts';
export { openShutdown, type Shutdown } from './shutdown.ts';
export * from './telemetry/index.ts';
